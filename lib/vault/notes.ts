import { fromJsonBytes, toJsonBytes } from '@/lib/crypto/json';
import { open } from '@/lib/crypto/open';
import { seal } from '@/lib/crypto/seal';
import { KeyferryError } from '@/lib/domain/errors';
import { isSame } from './copies';
import type { VaultDb } from './db';
import type { VaultKeys } from './keys';
import type { NoteRow } from './rows';
import type { SealingKey } from './sealing-key';

/** The id of the note that holds a delivery's receipt. */
export function receiptNote(deliveryId: string): string {
  return `receipt:${deliveryId}`;
}

/** The id of the note that holds what was proved of a key. */
export function verificationNote(itemId: string): string {
  return `verification:${itemId}`;
}

/** Seals a JSON value under an id. Works while locked. */
export async function makeNote(to: SealingKey, id: string, value: unknown): Promise<NoteRow> {
  const bytes = toJsonBytes(value);
  const sealed = await seal(to.publicKey, bytes, 'keyferry/note/v1', to.vaultId, [id, 1]);
  return { id, v: 1, sealed };
}

/** Opens a note, or gives undefined when there is none. @throws KeyferryError vault_damaged */
export async function openNote(
  db: VaultDb,
  { pair, vaultId }: VaultKeys,
  id: string,
): Promise<unknown> {
  const { row, copy } = await db.read(['notes', 'copies'], async (tx) => ({
    row: await tx.objectStore('notes').get(id),
    copy: await tx.objectStore('copies').get(['notes', id]),
  }));
  if (!isSame(row, copy)) throw new KeyferryError('vault_damaged');
  if (!row) return undefined;
  const context = [row.id, row.v];
  return fromJsonBytes(await open(pair, row.sealed, 'keyferry/note/v1', vaultId, context));
}
