import type { Bytes } from './base64';
import { toJsonBytes } from './json';

/**
 * What a ciphertext, a derived key or a digest is for. The label is authenticated, so that nothing
 * made for one purpose is accepted for another. A change of meaning takes a new number.
 */
export type Purpose =
  | 'keyferry/passphrase-key/v1'
  | 'keyferry/passkey-key/v1'
  | 'keyferry/vault-key/v1'
  | 'keyferry/key-pair/v1'
  | 'keyferry/inbox/v1'
  | 'keyferry/note/v1'
  | 'keyferry/record/v1'
  | 'keyferry/destination/v1'
  | 'keyferry/manifest/v1'
  | 'keyferry/secret/v1'
  | 'keyferry/fingerprint/v1'
  | 'keyferry/clipboard/v1'
  | 'keyferry/key-id/v1'
  | 'keyferry/sealing-key/v1'
  | 'keyferry/header/v1'
  | 'keyferry/recovery-code/v1'
  | 'keyferry/header/v2'
  | 'keyferry/activity/v1'
  | 'keyferry/activity-key/v1'
  | 'keyferry/activity-anchor/v1';

/** Where a ciphertext belongs: vault id, record id, field, version, revision, … in a fixed order. */
export type Context = readonly (string | number)[];

/** The bytes that authenticate a purpose and its context. JSON keeps the parts apart, whatever they hold. */
export function encodeContext(purpose: Purpose, context: Context): Bytes {
  return toJsonBytes([purpose, ...context]);
}
