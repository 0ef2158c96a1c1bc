/** Bytes as WebCrypto takes them: not shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Writes bytes as base64 (RFC 4648 §4). `Uint8Array.toBase64` is younger than our oldest Chrome. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/**
 * Reads base64 (RFC 4648 §4).
 * @throws DOMException when the text is not base64.
 */
export function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
