import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Bytes } from './base64';
import { encodeContext, type Context, type Purpose } from './purposes';

/**
 * HMAC-SHA-256 (RFC 2104) over a purpose and its parts. At once and not as a promise, so that a
 * database's transaction, which ends with its first foreign wait, can hold it.
 */
export function mac(key: Bytes, purpose: Purpose, parts: Context): Bytes {
  return new Uint8Array(hmac(sha256, key, encodeContext(purpose, parts)));
}
