import type { VaultDb } from './db';
import { enlist } from './enlist';
import { openInbox } from './inbox';
import { requireKeys, type VaultKeys } from './keys';
import type { Session } from './session';

/** Makes what an unlocked vault should have: its manifest, and a record of every sealed key that opens. */
export async function bringUp(db: VaultDb, keys: VaultKeys): Promise<VaultKeys> {
  await enlist(db, keys);
  await openInbox(db, keys);
  return keys;
}

/** The keys of an unlocked vault, brought up. @throws KeyferryError vault_missing, vault_locked, vault_damaged */
export async function requireOpened(db: VaultDb, session: Session): Promise<VaultKeys> {
  return bringUp(db, await requireKeys(db, session));
}
