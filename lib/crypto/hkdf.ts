import type { Bytes } from './base64';

/** HKDF-SHA-256 (RFC 5869): `length` bytes from input key material, a salt and an info. */
export async function hkdf(
  material: Bytes,
  salt: Bytes,
  info: Bytes,
  length: number,
): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveBits']);
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt, info };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, length * 8));
}
