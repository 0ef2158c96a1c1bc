import { importAesKey } from '@/lib/crypto/aes-gcm';
import type { Bytes } from '@/lib/crypto/base64';
import { isCheaper } from '@/lib/crypto/kdf-parameters';
import { KeyferryError } from '@/lib/domain/errors';
import type { VaultDb } from './db';
import {
  makeHeader,
  openHeader,
  openKeyPair,
  wrapHeader,
  type Kdf,
  type VaultHeader,
} from './header';
import { readHeader, type VaultKeys } from './keys';
import { makeSealingKey, repairSealingKey } from './sealing-key';
import { countTry, forgetTries } from './tries';

/** What the person shows to be let in, or to be asked again. */
export interface Proof {
  readonly passphrase: string;
}

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
    if (await meta.get('header')) throw new KeyferryError('vault_exists');
    await meta.put(header, 'header');
    await meta.put(header.sealingKey, 'sealing-key');
    await meta.delete('tries');
  });
  return vaultKey;
}

/**
 * Gives the raw vault key for the right passphrase. Brings the header up to date: a damaged
 * public key is repaired, and a vault that costs less than ours is wrapped anew.
 * @throws KeyferryError vault_missing, wrong_passphrase, too_many_tries, vault_damaged
 */
export async function openUp(
  db: VaultDb,
  passphrase: string,
  now: number,
  kdf: Kdf,
): Promise<{ readonly raw: Bytes; readonly keys: VaultKeys }> {
  const header = await readHeader(db);
  if (!header) throw new KeyferryError('vault_missing');
  await countTry(db, now);
  const raw = await openHeader(header, passphrase, kdf.load);
  const { vaultId } = header;
  const vaultKey = await importAesKey(raw);
  const pair = await openKeyPair(header, vaultKey);
  await forgetTries(db);
  await repairSealingKey(db, await makeSealingKey(vaultId, pair.publicKey, pair.salt));
  if (isCheaper(header.kdf, kdf.cost)) await raiseCost(db, header, passphrase, raw, kdf);
  return { raw, keys: { vaultId, vaultKey, pair } };
}

/**
 * Gives the raw vault key for a right proof, and changes nothing but the count of wrong tries.
 * @throws KeyferryError vault_missing, wrong_passphrase, too_many_tries, vault_damaged
 */
export async function checkProof(
  db: VaultDb,
  { passphrase }: Proof,
  now: number,
  kdf: Kdf,
): Promise<Bytes> {
  const header = await readHeader(db);
  if (!header) throw new KeyferryError('vault_missing');
  await countTry(db, now);
  const raw = await openHeader(header, passphrase, kdf.load);
  await forgetTries(db);
  return raw;
}

async function raiseCost(
  db: VaultDb,
  header: VaultHeader,
  passphrase: string,
  vaultKey: Bytes,
  kdf: Kdf,
): Promise<void> {
  const { checksum: _checksum, ...kept } = header;
  const raised = await wrapHeader(kept, passphrase, vaultKey, kdf);
  await db.write(['meta'], async (tx) => {
    const meta = tx.objectStore('meta');
    const present = (await meta.get('header')) as VaultHeader | undefined;
    if (present?.checksum !== header.checksum) return;
    await meta.put({ ...raised, sealingKey: present.sealingKey }, 'header');
  });
}
