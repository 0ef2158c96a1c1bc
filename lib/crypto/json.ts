import type { Bytes } from './base64';

/** Writes a JSON value as UTF-8. */
export function toJsonBytes(value: unknown): Bytes {
  return new TextEncoder().encode(JSON.stringify(value));
}

/**
 * Reads a JSON value from UTF-8. Only for bytes that were authenticated: the shape is not checked.
 * @throws SyntaxError or TypeError when it is not JSON in UTF-8.
 */
export function fromJsonBytes(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}
