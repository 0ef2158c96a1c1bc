import type { VaultDb } from './db';
import { enlist } from './enlist';
import { openInbox } from './inbox';
import { keysIfUnlocked, requireKeys, type VaultKeys } from './keys';
import type { Session } from './session';

/** Vaults in which nothing was left to do. Their keys are new after each unlock, and in each worker. */
const upToDate = new WeakSet<VaultKeys>();

/** Makes what an unlocked vault should have: its manifest, and a record of every sealed key that opens. */
export async function bringUp(db: VaultDb, keys: VaultKeys): Promise<VaultKeys> {
  const { isUnlisted, sealed } = await db.read(['meta', 'inbox'], async (tx) => ({
    isUnlisted: await tx.objectStore('meta').get('unlisted'),
    sealed: await tx.objectStore('inbox').count(),
  }));
  if (isUnlisted) await enlist(db, keys);
  if (sealed > 0) await openInbox(db, keys);
  else upToDate.add(keys);
  return keys;
}

/** The keys of an unlocked vault, brought up. @throws KeyferryError vault_missing, vault_locked, vault_damaged */
export async function requireOpened(db: VaultDb, session: Session): Promise<VaultKeys> {
  const keys = await requireKeys(db, session);
  return upToDate.has(keys) ? keys : bringUp(db, keys);
}

/** After something was sealed: brings the vault up if it is open. */
export async function bringUpSealed(db: VaultDb, session: Session): Promise<void> {
  const keys = await keysIfUnlocked(db, session);
  if (!keys) return;
  upToDate.delete(keys);
  await bringUp(db, keys);
}
