import type { Bytes } from './base64';

/** The length of a nonce in bytes (NIST SP 800-38D §8.2.2: 96 bits, random). */
export const NONCE_LENGTH = 12;

/** Makes a 256-bit AES-GCM key from raw bytes; its bytes can't be read back. */
export function importAesKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** AES-GCM encryption (NIST SP 800-38D); the 128-bit tag stands at the end of the result. */
export async function gcmEncrypt(
  key: CryptoKey,
  iv: Bytes,
  plaintext: Bytes,
  additionalData: Bytes,
): Promise<Bytes> {
  const algorithm = { name: 'AES-GCM', iv, additionalData };
  return new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plaintext));
}

/**
 * AES-GCM decryption (NIST SP 800-38D).
 * @throws DOMException when the ciphertext, the nonce or the additional data is not what was encrypted.
 */
export async function gcmDecrypt(
  key: CryptoKey,
  iv: Bytes,
  ciphertext: Bytes,
  additionalData: Bytes,
): Promise<Bytes> {
  const algorithm = { name: 'AES-GCM', iv, additionalData };
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, ciphertext));
}
