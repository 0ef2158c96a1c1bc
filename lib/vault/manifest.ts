import { decrypt } from '@/lib/crypto/decrypt';
import { encrypt } from '@/lib/crypto/encrypt';
import { fromJsonBytes, toJsonBytes } from '@/lib/crypto/json';
import type { VaultDb } from './db';
import type { VaultItem } from './item';
import type { VaultKeys } from './keys';
import type { ManifestRow } from './rows';

/** What the manifest says of a key's row. */
export interface RecordEntry {
  readonly revision: number;
  /** Of the sealed secret, so that a change of it is seen without opening it. */
  readonly secret: string;
  readonly item: VaultItem;
  /** Its row may be gone. */
  readonly discarded?: true;
}

/** What the manifest says of a destination's row. */
export interface DestinationEntry {
  readonly revision: number;
  readonly label?: string;
}

/** Row id → what it must be. */
export type Entries<E> = Readonly<Record<string, E>>;

const DESTINATIONS = 'destinations/';

/** The part that tells of a destination: one each, so that damage to it closes no other. */
export function destinationPart(destinationId: string): string {
  return `${DESTINATIONS}${destinationId}`;
}

/** The part that tells of a key: there are 256, so that a change writes little and a list opens few. */
export function recordPart(itemId: string): string {
  return `records/${itemId.slice(0, 2)}`;
}

/** Decrypts one part. @throws KeyferryError vault_damaged */
export async function openPart<E>(
  { vaultId, vaultKey }: VaultKeys,
  row: ManifestRow,
): Promise<Entries<E>> {
  const context = [vaultId, row.id, row.v, row.revision];
  const bytes = await decrypt(vaultKey, row.entries, 'keyferry/manifest/v1', context);
  return fromJsonBytes(bytes) as Entries<E>;
}

/** The entries of one part; none when it is damaged, so that what it told of counts as unlisted. */
export async function readPart<E>(db: VaultDb, keys: VaultKeys, id: string): Promise<Entries<E>> {
  return openEntries(keys, await db.read(['manifest'], (tx) => tx.objectStore('manifest').get(id)));
}

/** The same of a part that was read, or is not there. */
export async function openEntries<E>(
  keys: VaultKeys,
  row: ManifestRow | undefined,
): Promise<Entries<E>> {
  return row ? openPart<E>(keys, row).catch(() => ({})) : {};
}

/** What every part that opens says of the destinations. */
export async function readDestinationParts(
  db: VaultDb,
  keys: VaultKeys,
): Promise<Entries<DestinationEntry>> {
  const ids = await db.read(['manifest'], (tx) => tx.objectStore('manifest').getAllKeys());
  const own = ids.filter((id) => id.startsWith(DESTINATIONS));
  const parts = await Promise.all(own.map((id) => readPart<DestinationEntry>(db, keys, id)));
  return Object.assign({}, ...parts) as Entries<DestinationEntry>;
}

/** Encrypts a part as the revision after another. */
async function sealPart<E>(
  { vaultId, vaultKey }: VaultKeys,
  id: string,
  before: ManifestRow | undefined,
  entries: Entries<E>,
): Promise<ManifestRow> {
  const head = { id, v: 1 as const, revision: (before?.revision ?? 0) + 1 };
  const context = [vaultId, id, head.v, head.revision];
  const bytes = toJsonBytes(entries);
  return { ...head, entries: await encrypt(vaultKey, bytes, 'keyferry/manifest/v1', context) };
}

const LISTED = ['manifest', 'meta', 'records', 'inbox', 'destinations', 'discarded'] as const;
/** A transaction over everything that the manifest tells of. */
export type ListedTx = Parameters<Parameters<typeof writeIn>[1]>[0];

function writeIn(
  db: VaultDb,
  work: Parameters<typeof db.write<(typeof LISTED)[number], boolean>>[1],
) {
  return db.write([...LISTED], work);
}

/**
 * Writes rows together with what the manifest says of them: one transaction, so that a worker killed
 * at any point leaves them in agreement. Begins again when another context was faster.
 * @param changes part id → its next entries.
 * @param work false when there is nothing to write after all.
 */
export async function writeListed<E>(
  db: VaultDb,
  keys: VaultKeys,
  changes: ReadonlyMap<string, (entries: Entries<E>) => Entries<E>>,
  work: (tx: ListedTx) => Promise<boolean>,
): Promise<void> {
  let isDone = false;
  while (!isDone) {
    const ids = [...changes.keys()];
    const before = await readRows(db, ids);
    const next = await Promise.all(
      [...changes].map(async ([id, change], at) => {
        const row = before[at];
        const entries = row ? await openPart<E>(keys, row).catch(() => ({})) : {};
        return sealPart(keys, id, row, change(entries));
      }),
    );
    isDone = await writeIn(db, async (tx) => {
      const manifest = tx.objectStore('manifest');
      const now = await Promise.all(ids.map((id) => manifest.get(id)));
      if (now.some((row, at) => row?.entries.iv !== before[at]?.entries.iv)) return false;
      if (await work(tx)) await Promise.all(next.map((row) => manifest.put(row)));
      return true;
    });
  }
}

function readRows(db: VaultDb, ids: readonly string[]): Promise<(ManifestRow | undefined)[]> {
  return db.read(['manifest'], (tx) =>
    Promise.all(ids.map((id) => tx.objectStore('manifest').get(id))),
  );
}
