import { hsalsa, xsalsa20poly1305 } from '@noble/ciphers/salsa.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { KeyferryError } from '@/lib/domain/errors';
import { agree } from './agree';
import { fromBase64, toBase64, type Bytes } from './base64';
import { join } from './bytes';

const KEY_LENGTH = 32;
const NONCE_LENGTH = 24;
/** "expand 32-byte k", as Salsa20's words (libsodium, crypto_core_hsalsa20). */
const SIGMA = new Uint32Array([0x61707865, 0x3320646e, 0x79622d32, 0x6b206574]);

/**
 * Encrypts for the holder of an X25519 key, without a sender (libsodium's crypto_box_seal): a fresh
 * public key, then XSalsa20-Poly1305 under the shared secret, its nonce BLAKE2b of both public keys.
 * @param recipient base64 of 32 bytes
 * @returns base64
 * @throws KeyferryError `destination_refused` when that is no public key
 */
export async function sealBox(recipient: string, plaintext: Bytes): Promise<string> {
  const theirs = publicKey(recipient);
  const { share, secret } = await agree(theirs);
  const key = new Uint32Array(KEY_LENGTH / 4);
  hsalsa(SIGMA, words(secret), new Uint32Array(4), key);
  const nonce = blake2b(join(share, theirs), { dkLen: NONCE_LENGTH });
  const box = xsalsa20poly1305(new Uint8Array(key.buffer), nonce).encrypt(plaintext);
  return toBase64(join(share, box));
}

function publicKey(text: string): Bytes {
  try {
    const bytes = fromBase64(text);
    if (bytes.length === KEY_LENGTH) return bytes;
  } catch {
    // Said below.
  }
  throw new KeyferryError('destination_refused');
}

function words(bytes: Bytes): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}
