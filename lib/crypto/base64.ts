/** Bytes as WebCrypto takes them: not shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Writes bytes as base64 (RFC 4648 §4). `Uint8Array.toBase64` is younger than our oldest Chrome. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/**
 * Reads base64 (RFC 4648 §4).
 * @throws DOMException when the text is not base64.
 */
export function fromBase64(text: string): Bytes {
  const binary = atob(text);
  // `Uint8Array.from` reads a text through its iterator, many times slower over the parts of a large manifest.
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
