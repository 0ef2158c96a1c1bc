import { importAesKey } from '@/lib/crypto/aes-gcm';
import { KeyferryError } from '@/lib/domain/errors';
import type { VaultDb } from './db';
import { openKeyPair, type OpenedPair } from './header';
import { readHeader } from './headers';
import { makeSealingKey, readSealingKey, repairSealingKey, type SealingKey } from './sealing-key';
import type { Session } from './session';

/** What an unlocked vault works with. In memory only, until it locks. */
export interface VaultKeys {
  readonly vaultId: string;
  /** Encrypts records and destinations; can't be exported. */
  readonly vaultKey: CryptoKey;
  readonly pair: OpenedPair;
}

/** The keys, or undefined while locked. Not a use: it extends nothing. @throws KeyferryError vault_missing, vault_damaged */
export async function keysIfUnlocked(
  db: VaultDb,
  session: Session,
): Promise<VaultKeys | undefined> {
  return session.derive(async (raw) => {
    const header = await readHeader(db);
    if (!header) throw new KeyferryError('vault_missing');
    const vaultKey = await importAesKey(raw);
    return { vaultId: header.vaultId, vaultKey, pair: await openKeyPair(header, vaultKey) };
  });
}

/** The keys. @throws KeyferryError vault_missing, vault_locked, vault_damaged */
export async function requireKeys(db: VaultDb, session: Session): Promise<VaultKeys> {
  const keys = await keysIfUnlocked(db, session);
  if (keys) return keys;
  throw new KeyferryError((await readHeader(db)) ? 'vault_locked' : 'vault_missing');
}

/**
 * What to seal to: read in clear, or, when that is damaged, made anew by the unlocked vault.
 * @throws KeyferryError vault_missing when there is none to trust
 */
export async function sealTo(db: VaultDb, session: Session): Promise<SealingKey> {
  const present = await readSealingKey(db);
  if (present) return present;
  const keys = await keysIfUnlocked(db, session);
  if (!keys) throw new KeyferryError('vault_missing');
  const right = await makeSealingKey(keys.vaultId, keys.pair.publicKey, keys.pair.salt);
  await repairSealingKey(db, right);
  return right;
}
