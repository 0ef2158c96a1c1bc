import { decrypt } from '@/lib/crypto/decrypt';
import { encrypt } from '@/lib/crypto/encrypt';
import { fromJsonBytes, toJsonBytes } from '@/lib/crypto/json';
import type { Context } from '@/lib/crypto/purposes';
import type { VaultDb } from './db';
import type { VaultKeys } from './keys';
import type { DestinationRow } from './rows';

/** Encrypts a destination's settings as its next revision. */
export async function putSettings(
  db: VaultDb,
  { vaultId, vaultKey }: VaultKeys,
  id: string,
  value: unknown,
): Promise<void> {
  const before = await readRow(db, id);
  const head = { id, v: 1 as const, revision: (before?.revision ?? 0) + 1 };
  const context = contextOf(vaultId, head);
  const settings = await encrypt(vaultKey, toJsonBytes(value), 'keyferry/destination/v1', context);
  await db.write(['destinations'], (tx) =>
    tx.objectStore('destinations').put({ ...head, settings }),
  );
}

/** Decrypts a destination's settings, or gives undefined when there are none. @throws KeyferryError vault_damaged */
export async function openSettings(
  db: VaultDb,
  { vaultId, vaultKey }: VaultKeys,
  id: string,
): Promise<unknown> {
  const row = await readRow(db, id);
  if (!row) return undefined;
  const context = contextOf(vaultId, row);
  return fromJsonBytes(await decrypt(vaultKey, row.settings, 'keyferry/destination/v1', context));
}

async function readRow(db: VaultDb, id: string): Promise<DestinationRow | undefined> {
  return db.read(['destinations'], (tx) => tx.objectStore('destinations').get(id));
}

function contextOf(vaultId: string, row: Omit<DestinationRow, 'settings'>): Context {
  return [vaultId, row.id, 'settings', row.v, row.revision];
}
