import type { Bytes } from './base64';

/**
 * A secret with the holder of an X25519 key (RFC 7748), by a fresh key of ours that is forgotten.
 * @param theirs 32 bytes
 * @returns our public key, which they need, and the secret: 32 bytes each
 * @throws DOMException when that is no public key
 */
export async function agree(
  theirs: Bytes,
): Promise<{ readonly share: Bytes; readonly secret: Bytes }> {
  const theirKey = await crypto.subtle.importKey('raw', theirs, 'X25519', false, []);
  const pair = await crypto.subtle.generateKey('X25519', false, ['deriveBits']);
  const algorithm = { name: 'X25519', public: theirKey };
  return {
    share: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)),
    secret: new Uint8Array(await crypto.subtle.deriveBits(algorithm, pair.privateKey, 256)),
  };
}
