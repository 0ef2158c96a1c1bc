import { decrypt } from '@/lib/crypto/decrypt';
import { encrypt } from '@/lib/crypto/encrypt';
import { fromJsonBytes, toJsonBytes } from '@/lib/crypto/json';
import type { Context } from '@/lib/crypto/purposes';
import { KeyferryError } from '@/lib/domain/errors';
import type { VaultDb } from './db';
import type { VaultKeys } from './keys';
import {
  destinationPart,
  openEntries,
  readPart,
  writeListed,
  type DestinationEntry,
  type Entries,
} from './manifest';
import type { DestinationRow } from './rows';

type Change = (entries: Entries<DestinationEntry>) => Entries<DestinationEntry>;

/** Encrypts a destination's settings as its next revision. */
export async function putSettings(
  db: VaultDb,
  keys: VaultKeys,
  id: string,
  value: unknown,
): Promise<void> {
  const { vaultId, vaultKey } = keys;
  const before = await readRow(db, id);
  const listed = await readEntry(db, keys, id);
  const revision = Math.max(before?.revision ?? 0, listed?.revision ?? 0) + 1;
  const head = { id, v: 1 as const, revision };
  const context = contextOf(vaultId, head);
  const settings = await encrypt(vaultKey, toJsonBytes(value), 'keyferry/destination/v1', context);
  const entry = { revision, ...labelOf(value) };
  let isFirst = false;
  const put: Change = (entries) => ({ ...entries, [id]: entry });
  await change(db, keys, id, put, async (tx) => {
    const store = tx.objectStore('destinations');
    isFirst = (await store.get(id))?.settings.iv === before?.settings.iv;
    if (isFirst) await store.put({ ...head, settings });
    return isFirst;
  });
  // Another change was faster: this one comes after it.
  if (!isFirst) await putSettings(db, keys, id, value);
}

/**
 * Decrypts a destination's settings, or gives undefined when there are none.
 * @throws KeyferryError vault_damaged also for settings that are not those that were last saved: a
 * key must not go to where it went once.
 */
export async function openSettings(db: VaultDb, keys: VaultKeys, id: string): Promise<unknown> {
  const part = destinationPart(id);
  const found = await db.read(['destinations', 'manifest'], async (tx) => ({
    row: await tx.objectStore('destinations').get(id),
    listed: await tx.objectStore('manifest').get(part),
  }));
  const { row } = found;
  const entry = (await openEntries<DestinationEntry>(keys, found.listed))[id];
  if (!row && !entry) return undefined;
  if (row?.revision !== entry?.revision) throw new KeyferryError('vault_damaged');
  return row && decryptSettings(keys, row);
}

/** Decrypts settings, whether they are the last ones or not. @throws KeyferryError vault_damaged */
export async function decryptSettings(
  { vaultId, vaultKey }: VaultKeys,
  row: DestinationRow,
): Promise<unknown> {
  const context = contextOf(vaultId, row);
  return fromJsonBytes(await decrypt(vaultKey, row.settings, 'keyferry/destination/v1', context));
}

/** Forgets a destination, a damaged one too. */
export async function removeSettings(db: VaultDb, keys: VaultKeys, id: string): Promise<void> {
  const without: Change = ({ [id]: _gone, ...others }) => others;
  await change(db, keys, id, without, async (tx) => {
    await tx.objectStore('destinations').delete(id);
    return true;
  });
}

async function readEntry(
  db: VaultDb,
  keys: VaultKeys,
  id: string,
): Promise<DestinationEntry | undefined> {
  return (await readPart<DestinationEntry>(db, keys, destinationPart(id)))[id];
}

/** The destination's own label, so that a damaged one can still be named. */
export function labelOf(value: unknown): { readonly label?: string } {
  const label = (value as { label?: unknown } | null)?.label;
  return typeof label === 'string' ? { label } : {};
}

function change(
  db: VaultDb,
  keys: VaultKeys,
  id: string,
  next: Change,
  work: Parameters<typeof writeListed<DestinationEntry>>[3],
): Promise<void> {
  return writeListed(db, keys, new Map([[destinationPart(id), next]]), work);
}

async function readRow(db: VaultDb, id: string): Promise<DestinationRow | undefined> {
  return db.read(['destinations'], (tx) => tx.objectStore('destinations').get(id));
}

function contextOf(vaultId: string, row: Omit<DestinationRow, 'settings'>): Context {
  return [vaultId, row.id, 'settings', row.v, row.revision];
}
