import { fromBase64, toBase64, type Bytes } from './base64';
import type { Sealed } from './envelope';
import { encodeContext, type Context, type Purpose } from './purposes';
import { suite } from './suite';

/**
 * Encrypts to a public key (base64), so that only the holder of the private key can read it (HPKE,
 * RFC 9180 §6.1, base mode). Purpose and vault id are its info, the context its additional data.
 */
export async function seal(
  publicKey: string,
  plaintext: Bytes,
  purpose: Purpose,
  vaultId: string,
  context: Context,
): Promise<Sealed> {
  const recipient = await suite.DeserializePublicKey(fromBase64(publicKey));
  const { encapsulatedSecret, ciphertext } = await suite.Seal(recipient, plaintext, {
    info: encodeContext(purpose, [vaultId]),
    aad: encodeContext(purpose, context),
  });
  return { v: 1, enc: toBase64(encapsulatedSecret), ct: toBase64(ciphertext) };
}
