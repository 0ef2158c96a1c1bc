import { gcmEncrypt, NONCE_LENGTH } from './aes-gcm';
import { toBase64, type Bytes } from './base64';
import type { Envelope } from './envelope';
import { encodeContext, type Context, type Purpose } from './purposes';

/**
 * Encrypts with AES-256-GCM under a fresh random nonce (NIST SP 800-38D §8.2.2). Purpose and
 * context are authenticated: {@link decrypt} needs the same ones.
 */
export async function encrypt(
  key: CryptoKey,
  plaintext: Bytes,
  purpose: Purpose,
  context: Context,
): Promise<Envelope> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_LENGTH));
  const ciphertext = await gcmEncrypt(key, iv, plaintext, encodeContext(purpose, context));
  return { v: 1, iv: toBase64(iv), ct: toBase64(ciphertext) };
}
