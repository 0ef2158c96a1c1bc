import { KeyferryError } from './errors';

/** A key in a backup, in clear: only ever inside an age file, or on its way into or out of one. */
export interface BackupKey {
  readonly id: string;
  readonly key: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly details: object;
}

/** A destination in a backup, with its credentials. */
export interface BackupDestination {
  readonly id: string;
  readonly settings: unknown;
}

/** What a backup file holds once it is decrypted. A later version keeps what is here. */
export interface BackupContents {
  readonly format: 'keyferry-backup';
  readonly v: 1;
  /** Epoch milliseconds. */
  readonly madeAt: number;
  readonly keys: readonly BackupKey[];
  readonly destinations: readonly BackupDestination[];
  /** One's own and imported recipes, as the recipe book keeps them. */
  readonly recipes: readonly unknown[];
  /** How many things of the vault could not be read when it was made. */
  readonly unreadable: number;
}

/** What restoring a backup would do here. */
export interface RestorePlan {
  /** Epoch milliseconds. */
  readonly madeAt: number;
  /** Keys, destinations and recipes that are not here yet. */
  readonly keys: number;
  readonly destinations: number;
  readonly recipes: number;
  /** What is here already. */
  readonly known: number;
  /** Entries of the file that this version can't use. */
  readonly unreadable: number;
  /** Destinations that are here too, with other settings: the person decides. */
  readonly differing: readonly { readonly id: string; readonly label: string }[];
}

/** What restoring a backup did. */
export type Restored = Pick<RestorePlan, 'keys' | 'destinations' | 'recipes' | 'unreadable'>;

/** The present version of {@link BackupContents}. */
export const BACKUP_VERSION = 1;

/**
 * Looks whether a value is a backup that this version can read. Its entries are not looked into.
 * @throws KeyferryError backup_foreign when it is something else; backup_newer
 */
export function readBackup(value: unknown): BackupContents {
  const {
    format,
    v,
    madeAt,
    keys,
    destinations,
    recipes = [],
    unreadable = 0,
  } = (typeof value === 'object' && value !== null ? value : {}) as Partial<
    Record<keyof BackupContents, unknown>
  >;
  if (format !== 'keyferry-backup') throw new KeyferryError('backup_foreign');
  if (typeof v === 'number' && v > BACKUP_VERSION) throw new KeyferryError('backup_newer');
  const lists = [keys, destinations, recipes];
  if (v !== BACKUP_VERSION || typeof madeAt !== 'number' || !lists.every(Array.isArray)) {
    throw new KeyferryError('backup_foreign');
  }
  return {
    format,
    v,
    madeAt,
    keys: keys as BackupKey[],
    destinations: destinations as BackupDestination[],
    recipes: recipes as unknown[],
    unreadable: typeof unreadable === 'number' ? unreadable : 0,
  };
}

/** The name of a backup made on a day, as the person's own calendar has it: `keyferry-backup-2026-11-21.age`. */
export function backupName(day: Date): string {
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return `keyferry-backup-${parts.map((part) => String(part).padStart(2, '0')).join('-')}.age`;
}
