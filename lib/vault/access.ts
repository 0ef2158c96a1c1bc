import { KeyferryError } from '@/lib/domain/errors';
import { isGuessable } from '@/lib/domain/passphrase';
import type { PasskeyView } from '@/lib/domain/views';
import type { VaultDb } from './db';
import { checkProof, replaceWraps, withPassphrase, type Proof } from './door';
import { readHeader } from './headers';
import { wrapByPasskey, wrapByPassphrase, type Kdf, type Passkey } from './wraps';

/** How many passkeys a vault may have. */
const MOST_PASSKEYS = 10;

/** The passkeys that open the vault, oldest first. Works while locked. */
export async function listPasskeys(db: VaultDb): Promise<PasskeyView[]> {
  const header = await readHeader(db);
  if (header?.v !== 2 || !Array.isArray(header.wraps)) return [];
  return header.wraps.flatMap((each) => {
    if (each.kind !== 'passkey') return [];
    const { id, createdAt, credentialId, salt } = each;
    return [{ id, createdAt, credentialId, salt }];
  });
}

/**
 * Puts a new passphrase in the place of the old one. Passkeys and records stay as they are.
 * @throws KeyferryError as {@link checkProof}; weak_passphrase; vault_changed when another page changed the ways in at the same time
 */
export async function changePassphrase(
  db: VaultDb,
  proof: Proof,
  to: string,
  now: number,
  kdf: Kdf,
): Promise<void> {
  if (isGuessable(to)) throw new KeyferryError('weak_passphrase');
  const { header, raw } = await checkProof(db, proof, now, kdf);
  const wrapped = await wrapByPassphrase(header.vaultId, raw, to, now, kdf);
  raw.fill(0);
  await written(replaceWraps(db, header, withPassphrase(header, wrapped)));
}

/**
 * Adds a passkey as a further way in.
 * @throws KeyferryError as {@link checkProof}; wrong_passkey when what it computed is not 32
 * bytes; too_many_passkeys; vault_changed
 */
export async function addPasskey(
  db: VaultDb,
  proof: Proof,
  passkey: Passkey,
  now: number,
  kdf: Kdf,
): Promise<void> {
  const { header, raw } = await checkProof(db, proof, now, kdf);
  // An unlock by passphrase brings a first header up to date; there is none left in an open vault.
  if (header.v === 1) throw new KeyferryError('vault_locked');
  if (header.wraps.length > MOST_PASSKEYS) throw new KeyferryError('too_many_passkeys');
  const wrapped = await wrapByPasskey(header.vaultId, raw, passkey, now);
  raw.fill(0);
  const others = header.wraps.filter(
    (each) => each.kind !== 'passkey' || each.credentialId !== passkey.credentialId,
  );
  await written(replaceWraps(db, header, [...others, wrapped]));
}

/**
 * Takes a passkey away. The passphrase stays, so that this never closes the last way in.
 * @throws KeyferryError as {@link checkProof}; unknown_passkey; vault_changed
 */
export async function removePasskey(
  db: VaultDb,
  proof: Proof,
  id: string,
  now: number,
  kdf: Kdf,
): Promise<void> {
  const { header, raw } = await checkProof(db, proof, now, kdf);
  raw.fill(0);
  const wraps = header.v === 1 ? [] : header.wraps;
  const left = wraps.filter((each) => each.kind !== 'passkey' || each.id !== id);
  if (left.length === wraps.length) throw new KeyferryError('unknown_passkey');
  await written(replaceWraps(db, header, left));
}

async function written(done: Promise<boolean>): Promise<void> {
  if (!(await done)) throw new KeyferryError('vault_changed');
}
