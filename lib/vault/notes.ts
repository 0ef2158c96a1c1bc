import { fromJsonBytes, toJsonBytes } from '@/lib/crypto/json';
import { open } from '@/lib/crypto/open';
import { seal } from '@/lib/crypto/seal';
import type { VaultDb } from './db';
import type { VaultKeys } from './keys';
import type { SealingKey } from './sealing-key';

/** Seals a JSON value under an id, in place of an older one. Works while locked. */
export async function putNote(
  db: VaultDb,
  to: SealingKey,
  id: string,
  value: unknown,
): Promise<void> {
  const bytes = toJsonBytes(value);
  const sealed = await seal(to.publicKey, bytes, 'keyferry/note/v1', to.vaultId, [id, 1]);
  await db.write(['notes'], (tx) => tx.objectStore('notes').put({ id, v: 1, sealed }));
}

/** Opens a note, or gives undefined when there is none. @throws KeyferryError vault_damaged */
export async function openNote(
  db: VaultDb,
  { pair, vaultId }: VaultKeys,
  id: string,
): Promise<unknown> {
  const row = await db.read(['notes'], (tx) => tx.objectStore('notes').get(id));
  if (!row) return undefined;
  const context = [row.id, row.v];
  return fromJsonBytes(await open(pair, row.sealed, 'keyferry/note/v1', vaultId, context));
}
