import { fingerprint } from '@/lib/crypto/fingerprint';
import type { ApiKey } from '@/lib/domain/api-key';
import type { BackupDestination, BackupKey } from '@/lib/domain/backup';
import type { VaultDb } from './db';
import { openSettings } from './destinations';
import type { CaptureDetails } from './item';
import type { VaultKeys } from './keys';
import { makeRecord, openDetails, openSecret } from './records';
import type { RecordRow } from './rows';

/** A key of a backup, once it was found to be one. */
export interface ReadKey {
  readonly id: string;
  readonly key: ApiKey;
  readonly createdAt: number;
  readonly details: CaptureDetails;
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
  const { rows, sealed, ids } = await db.read(['records', 'inbox', 'destinations'], async (tx) => ({
    rows: await tx.objectStore('records').getAll(),
    sealed: await tx.objectStore('inbox').count(),
    ids: await tx.objectStore('destinations').getAllKeys(),
  }));
  const read = await Promise.allSettled(rows.map((row) => readKey(keys, row)));
  const opened = await Promise.allSettled(
    ids.map(async (id) => ({ id, settings: await openSettings(db, keys, id) })),
  );
  const failed = [...read, ...opened].filter(({ status }) => status === 'rejected').length;
  return { keys: fulfilled(read), destinations: fulfilled(opened), unreadable: failed + sealed };
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
  return db.write(['records', 'inbox'], async (tx) => {
    const store = tx.objectStore('records');
    const present = await Promise.all(
      records.map((record) => store.index('fingerprint').getKey(record.fingerprint)),
    );
    const missing = records.filter((_, at) => present[at] === undefined);
    await Promise.all(missing.map((record) => store.put(record)));
    return missing.length;
  });
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

async function readKey(keys: VaultKeys, row: RecordRow): Promise<BackupKey> {
  const { id, createdAt, details } = await openDetails(keys, row);
  // The tab is of no meaning anywhere else.
  const { tabId: _tabId, ...kept } = details;
  return { id, key: await openSecret(keys, row), createdAt, details: kept };
}

function fulfilled<T>(results: readonly PromiseSettledResult<T>[]): T[] {
  return results.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}
