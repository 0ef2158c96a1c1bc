/**
 * Every way in which Keyferry says no. The sentence for people is the locale string
 * `error.<code>`: what happened, and what to do.
 */
export const ERROR_CODES = [
  'not_a_key',
  'truncated_key',
  'wrong_key_kind',
  'no_key_visible',
  'inbox_full',
  'vault_missing',
  'vault_exists',
  'vault_locked',
  'vault_damaged',
  'vault_newer',
  'vault_blocked',
  'vault_unreadable',
  'disk_full',
  'wrong_passphrase',
  'wrong_passkey',
  'unknown_passkey',
  'too_many_passkeys',
  'passkey_unsupported',
  'passkey_cancelled',
  'passkey_known',
  'vault_changed',
  'too_many_tries',
  'weak_passphrase',
  'unknown_item',
  'unknown_destination',
  'unknown_recipe',
  'recipe_invalid',
  'recipe_missing',
  'recipe_too_long',
  'second_decision_needed',
  'backup_foreign',
  'backup_newer',
  'backup_cut',
  'backup_damaged',
  'wrong_recovery_code',
  'invalid_settings',
  'permission_needed',
  'unreachable',
  'timed_out',
  'rate_limited',
  'destination_unavailable',
  'destination_credentials',
  'destination_refused',
  'destination_conflict',
  'destination_missing',
  'destination_changed',
  'undo_unavailable',
  'sign_in_ended',
  'sign_in_client',
  'sign_in_role',
  'sign_in_page',
  'sign_in_state',
  'sign_in_over',
  'paused',
  'cancelled',
  'page_closed',
  'product_test_failed',
  'product_test_unread',
  'fill_over',
  'address_refused',
  'not_allowed',
  'internal',
] as const;

/** A code for programs; see {@link ERROR_CODES}. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** The one error class. Carries a code and harmless words for its sentence; never a secret or a response body. */
export class KeyferryError extends Error {
  readonly code: ErrorCode;
  /** Substitutions for the sentence, such as a product's name. */
  readonly words: readonly string[];
  /** How long the other side asks us to wait, in milliseconds. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ErrorCode,
    words: readonly string[] = [],
    options?: ErrorOptions & { readonly retryAfter?: number | undefined },
  ) {
    super(code, options);
    this.name = 'KeyferryError';
    this.code = code;
    this.words = words;
    this.retryAfter = options?.retryAfter;
  }
}

/** What crosses a message boundary in place of an error. */
export interface WireError {
  readonly code: ErrorCode;
  readonly words: readonly string[];
}

/** Reduces anything thrown to what may cross a boundary; what we don't know becomes `internal`. */
export function toWire(error: unknown): WireError {
  return error instanceof KeyferryError
    ? { code: error.code, words: error.words }
    : { code: 'internal', words: [] };
}
