import { importAesKey } from '@/lib/crypto/aes-gcm';
import type { Bytes } from '@/lib/crypto/base64';
import { isCheaper } from '@/lib/crypto/kdf-parameters';
import { KeyferryError } from '@/lib/domain/errors';
import type { VaultDb } from './db';
import { openFirstHeader } from './first-header';
import {
  assertSound,
  checked,
  makeHeader,
  openKeyPair,
  passphraseWrap,
  type AnyHeader,
  type VaultHeader,
} from './header';
import { mendHeaders, putHeader, readHeader } from './headers';
import { type VaultKeys } from './keys';
import { makeSealingKey, repairSealingKey } from './sealing-key';
import { countTry, forgetTries } from './tries';
import {
  openPasskeyWraps,
  openPassphraseWrap,
  wrapByPassphrase,
  type Kdf,
  type Wrap,
} from './wraps';

/** What the person shows to be let in, or to be asked again. `prf`: what a passkey computed, in base64. */
export type Proof = { readonly passphrase: string } | { readonly prf: string };

/**
 * Writes the header of a new vault, and gives its raw vault key.
 * @throws KeyferryError vault_exists
 */
export async function setUp(
  db: VaultDb,
  passphrase: string,
  now: number,
  kdf: Kdf,
): Promise<Bytes> {
  const vaultKey = crypto.getRandomValues(new Uint8Array(32));
  const header = await makeHeader(passphrase, vaultKey, now, kdf);
  await db.write(['meta'], async (tx) => {
    const meta = tx.objectStore('meta');
    // Somebody else may have been faster; never replace a header, for it holds the only key.
    if ((await meta.get('header')) ?? (await meta.get('header-copy'))) {
      throw new KeyferryError('vault_exists');
    }
    await putHeader(meta, header);
    await meta.put(header.sealingKey, 'sealing-key');
    await meta.delete('tries');
  });
  return vaultKey;
}

/**
 * Gives the raw vault key for a right proof. Brings the header up to date: a damaged public key is
 * repaired, and with the passphrase at hand a first header is written as ours, and a wrap that
 * costs less than ours is made anew.
 * @throws KeyferryError vault_missing, wrong_passphrase, wrong_passkey, too_many_tries, vault_damaged
 */
export async function openUp(
  db: VaultDb,
  proof: Proof,
  now: number,
  kdf: Kdf,
): Promise<{ readonly raw: Bytes; readonly keys: VaultKeys }> {
  const { header, raw } = await open(db, proof, now, kdf);
  const { vaultId } = header;
  const vaultKey = await importAesKey(raw);
  const pair = await openKeyPair(header, vaultKey);
  const right = await makeSealingKey(vaultId, pair.publicKey, pair.salt);
  await Promise.all([forgetTries(db), repairSealingKey(db, right)]);
  if ('passphrase' in proof && isBehind(header, kdf)) {
    const { passphrase } = proof;
    const renewed = await wrapByPassphrase(vaultId, raw, passphrase, header.createdAt, kdf);
    await replaceWraps(db, header, withPassphrase(header, renewed));
  }
  return { raw, keys: { vaultId, vaultKey, pair } };
}

/**
 * Gives header and raw vault key for a right proof, and changes nothing but the count of wrong tries.
 * @throws KeyferryError vault_missing, wrong_passphrase, wrong_passkey, too_many_tries, vault_damaged
 */
export async function checkProof(
  db: VaultDb,
  proof: Proof,
  now: number,
  kdf: Kdf,
): Promise<{ readonly header: AnyHeader; readonly raw: Bytes }> {
  const opened = await open(db, proof, now, kdf);
  await forgetTries(db);
  return opened;
}

/** The ways in, with the passphrase's replaced. */
export function withPassphrase(header: AnyHeader, wrapped: Wrap): readonly Wrap[] {
  const others = header.v === 1 ? [] : header.wraps.filter(({ kind }) => kind !== 'passphrase');
  return [wrapped, ...others];
}

/**
 * Writes the header with other ways in, and touches nothing else.
 * @returns false when somebody else has changed it meanwhile: then nothing is written
 */
export async function replaceWraps(
  db: VaultDb,
  before: AnyHeader,
  wraps: readonly Wrap[],
): Promise<boolean> {
  const { vaultId, createdAt, keyPair, sealingKey } = before;
  const after = await checked({ v: 2, vaultId, createdAt, wraps, keyPair, sealingKey });
  return db.write(['meta'], async (tx) => {
    const meta = tx.objectStore('meta');
    const present = (await meta.get('header')) as VaultHeader | undefined;
    if (present?.checksum !== before.checksum) return false;
    // The public key may have been repaired meanwhile; it is not under this checksum.
    await putHeader(meta, { ...after, sealingKey: present.sealingKey });
    return true;
  });
}

async function open(db: VaultDb, proof: Proof, now: number, kdf: Kdf) {
  const header = await readHeader(db);
  if (!header) throw new KeyferryError('vault_missing');
  await countTry(db, now);
  const raw = await rawKey(header, proof, kdf);
  // A database that can't be written must not keep it closed.
  if (header.v === 2) await mendHeaders(db, header).catch(() => {});
  return { header, raw };
}

async function rawKey(header: AnyHeader, proof: Proof, { load }: Kdf): Promise<Bytes> {
  if (header.v === 1) {
    if ('prf' in proof) throw new KeyferryError('wrong_passkey');
    return openFirstHeader(header, proof.passphrase, load);
  }
  await assertSound(header);
  const { vaultId, wraps } = header;
  return 'prf' in proof
    ? openPasskeyWraps(vaultId, wraps, proof.prf)
    : openPassphraseWrap(vaultId, passphraseWrap(header), proof.passphrase, load);
}

function isBehind(header: AnyHeader, { cost }: Kdf): boolean {
  return header.v === 1 || isCheaper(passphraseWrap(header).kdf, cost);
}
