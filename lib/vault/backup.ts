import { fingerprint } from '@/lib/crypto/fingerprint';
import type { ApiKey } from '@/lib/domain/api-key';
import type { BackupDestination, BackupKey } from '@/lib/domain/backup';
import type { VaultDb } from './db';
import type { KeyDetails } from './item';
import type { VaultKeys } from './keys';
import { recordPart, writeListed, type Entries, type RecordEntry } from './manifest';
import { makeRecord } from './records';
import { readEverything } from './rescue';

/** A key of a backup, once it was found to be one. */
export interface ReadKey {
  readonly id: string;
  readonly key: ApiKey;
  readonly createdAt: number;
  readonly details: KeyDetails;
}

/** What of a vault can be read, and how much can't. */
export interface ReadVault {
  readonly keys: readonly BackupKey[];
  readonly destinations: readonly BackupDestination[];
  readonly unreadable: number;
}

interface Sorted {
  readonly fresh: readonly (ReadKey & { readonly fingerprint: string })[];
  /** The file's ids of the keys → what they are called here. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Decrypts everything that a backup holds. What is damaged is counted, and keeps nothing else back. */
export async function readVault(db: VaultDb, keys: VaultKeys): Promise<ReadVault> {
  const { items, destinations, damaged } = await readEverything(db, keys);
  const read = items.map(({ item: { id, createdAt, details }, key }) => {
    // The tab is of no meaning anywhere else.
    const { tabId: _tabId, ...kept } = details;
    return { id, key, createdAt, details: kept };
  });
  const here = new Set([...items.map(({ item }) => item.id), ...destinations.map(({ id }) => id)]);
  const unreadable = damaged.filter(({ id }) => !here.has(id)).length;
  return { keys: read, destinations, unreadable };
}

/** How many of these keys are not here yet. */
export async function countFresh(
  db: VaultDb,
  keys: VaultKeys,
  all: readonly ReadKey[],
): Promise<number> {
  return (await sortOut(db, keys, all)).fresh.length;
}

/**
 * Puts the keys that are not here yet into the vault, all or none; the same key is one item,
 * whatever it is called. @returns how many there were
 */
export async function restoreKeys(
  db: VaultDb,
  keys: VaultKeys,
  all: readonly ReadKey[],
): Promise<number> {
  const { fresh, ids } = await sortOut(db, keys, all);
  const records = await Promise.all(
    fresh.map(({ id, key, createdAt, details, fingerprint: hash }) => {
      const { replaces, ...rest } = details;
      const place = { id: ids.get(id) ?? id, createdAt, fingerprint: hash };
      const replaced = replaces === undefined ? {} : { replaces: ids.get(replaces) ?? replaces };
      return makeRecord(keys, place, key, { ...rest, ...replaced });
    }),
  );
  const parts = Map.groupBy(records, ({ row }) => recordPart(row.id));
  const changes = [...parts].map(([part, made]) => {
    const put = (entries: Entries<RecordEntry>) => ({
      ...entries,
      ...Object.fromEntries(made.map(({ row, entry }) => [row.id, entry])),
    });
    return [part, put] as const;
  });
  let isNew = true;
  await writeListed(db, keys, new Map(changes), async (tx) => {
    const store = tx.objectStore('records');
    const present = await Promise.all(
      records.map(({ row }) => store.index('fingerprint').getKey(row.fingerprint)),
    );
    isNew = present.every((id) => id === undefined);
    if (isNew) await Promise.all(records.map(({ row }) => store.put(row)));
    return isNew;
  });
  // Another context was faster with one of them: what is fresh is another list now.
  return isNew ? records.length : restoreKeys(db, keys, all);
}

async function sortOut(db: VaultDb, { pair }: VaultKeys, all: readonly ReadKey[]): Promise<Sorted> {
  const hashed = await Promise.all(
    all.map(async (each) => ({ ...each, fingerprint: await fingerprint(each.key, pair.salt) })),
  );
  const here = await db.read(['records', 'inbox'], async (tx) => [
    ...(await tx.objectStore('records').getAll()),
    ...(await tx.objectStore('inbox').getAll()),
  ]);
  const known = new Map(here.map((row) => [row.fingerprint, row.id]));
  const taken = new Set(known.values());
  const ids = new Map<string, string>();
  const fresh: Sorted['fresh'][number][] = [];
  for (const each of hashed) {
    const present = known.get(each.fingerprint);
    const id = present ?? (taken.has(each.id) ? crypto.randomUUID() : each.id);
    ids.set(each.id, id);
    if (present !== undefined) continue;
    known.set(each.fingerprint, id);
    taken.add(id);
    fresh.push(each);
  }
  return { fresh, ids };
}
