import { KeyferryError } from '@/lib/domain/errors';
import { importAesKey } from './aes-gcm';
import { loadArgon2id, type Argon2id } from './argon2id';
import { fromBase64 } from './base64';
import { hkdf } from './hkdf';
import { assertKdfParameters, type KdfParameters } from './kdf-parameters';
import { encodeContext } from './purposes';

/** Argon2id's code takes no shorter password, and no vault has one. */
const SHORTEST_BYTES = 8;

/**
 * Derives the key that wraps the vault key: passphrase (in Unicode NFKC) → Argon2id (RFC 9106) →
 * HKDF-SHA-256 (RFC 5869), bound to the vault's id.
 * @throws KeyferryError vault_damaged for parameters below the floor; wrong_passphrase for a
 * passphrase too short to be one.
 */
export async function deriveKey(
  passphrase: string,
  parameters: KdfParameters,
  vaultId: string,
  load: () => Promise<Argon2id> = loadArgon2id,
): Promise<CryptoKey> {
  assertKdfParameters(parameters);
  const password = new TextEncoder().encode(passphrase.normalize('NFKC'));
  if (password.length < SHORTEST_BYTES) throw new KeyferryError('wrong_passphrase');
  const argon2id = await load();
  const material = argon2id({
    password,
    salt: fromBase64(parameters.salt),
    memorySize: parameters.memory,
    passes: parameters.passes,
    parallelism: parameters.parallelism,
    tagLength: 32,
  });
  const info = encodeContext('keyferry/passphrase-key/v1', [vaultId]);
  return importAesKey(await hkdf(new Uint8Array(material), new Uint8Array(), info, 32));
}
