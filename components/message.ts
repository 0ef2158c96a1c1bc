import { i18n } from '#i18n';
import type { KeyKind } from '@/lib/domain/api-key';
import type { ErrorCode, KeyferryError } from '@/lib/domain/errors';

const KINDS: readonly string[] = ['project', 'service-account', 'admin', 'legacy', 'practice'];

/** The string of a key that is put together from a code. A test checks that each code has one. */
export function message(key: string, words: readonly string[] = []): string {
  const { t } = i18n as unknown as { t: (key: string, words: readonly string[]) => string };
  return t(key.replaceAll('-', '_'), words);
}

/** A key kind in words, such as "Admin key". */
export function kindWords(kind: KeyKind): string {
  return message(`ui.kind.${kind}`);
}

/** The sentence for anything that `send` threw: what happened, and what to do. */
export function describeError(error: unknown): string {
  return isOurs(error) ? describeCode(error.code, error.words) : describeCode('internal', []);
}

/**
 * What to say at a field: that it is empty, else what its sending came to; undefined when neither.
 * @param empty the sentence for an empty field, while it is one
 */
export function fieldError(empty: string | false, error: unknown): string | undefined {
  if (empty !== false) return empty;
  return error === undefined ? undefined : describeError(error);
}

/** True for what `send` threw with this code. */
export function isCode(error: unknown, code: ErrorCode): boolean {
  return isOurs(error) && error.code === code;
}

// By name and not by class: components take only types from the domain.
function isOurs(error: unknown): error is KeyferryError {
  return error instanceof Error && error.name === 'KeyferryError';
}

/** The sentence of one code. Key kinds among the words are spoken as the rest of the interface does. */
export function describeCode(code: ErrorCode, words: readonly string[]): string {
  const spoken = words.map((word) => (KINDS.includes(word) ? kindWords(word as KeyKind) : word));
  return message(`error.${code}`, spoken);
}

/** The hosts of host patterns, for people: each once. */
export function hostsOf(origins: readonly string[]): string {
  const hosts = origins.map((origin) => origin.replace(/^https?:\/\//, '').replace(/\/.*$/, ''));
  return [...new Set(hosts)].join(', ');
}
