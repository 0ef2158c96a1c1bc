/** The kinds of key that OpenAI issues, and what the practice makes; told apart by their prefix. */
export const KEY_KINDS = ['project', 'service-account', 'admin', 'legacy', 'practice'] as const;
/** One of {@link KEY_KINDS}. */
export type KeyKind = (typeof KEY_KINDS)[number];
/** Without what our own practice makes: by its kind nobody is ever asked about it, and it goes to no place of anybody's. */
export type OpenAiKind = Exclude<KeyKind, 'practice'>;

declare const brand: unique symbol;
/** A whole, well-formed key. Only {@link wholeKey} and {@link readPracticeKey} make one. */
export type ApiKey = string & { readonly [brand]: 'ApiKey' };

/** What a text turned out to be when it was read as a key. */
export type KeyReading =
  | { readonly state: 'key'; readonly key: ApiKey; readonly kind: OpenAiKind }
  | { readonly state: 'truncated' }
  | { readonly state: 'not-a-key' };

// Every key since 2023 carries base64("OpenAI") in its middle; lengths have changed
// five times, so only a wide range is checked. Table values and examples lack the middle.
const WHOLE = /^sk-[A-Za-z0-9_-]{20,160}T3BlbkFJ[A-Za-z0-9_-]{20,120}$/;
const SHORTENED = /^sk-[A-Za-z0-9_-]*(?:\.{2,}|…|\*+)[A-Za-z0-9_-]*$/;
const LEGACY = /^sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}$/;

/** The key that a text is. White space around it is not part of it; nothing else is changed. */
export function wholeKey(text: string): ApiKey | undefined {
  const trimmed = text.trim();
  return WHOLE.test(trimmed) ? (trimmed as ApiKey) : undefined;
}

/** Reads a text as a key, or says how it falls short of one. */
export function readApiKey(text: string): KeyReading {
  const key = wholeKey(text);
  if (key !== undefined) return { state: 'key', key, kind: openAiKind(key) };
  return { state: SHORTENED.test(text.trim()) ? 'truncated' : 'not-a-key' };
}

/** What the practice makes: no key of OpenAI's begins like that. */
const PRACTICE = /^practice-[A-Za-z0-9]{32}$/;

/** Reads what our practice page made, which {@link readApiKey} takes for no key; undefined for any other text. */
export function readPracticeKey(text: string): ApiKey | undefined {
  return PRACTICE.test(text) ? (text as ApiKey) : undefined;
}

/** Reads a key that was kept: one of OpenAI's, or of the practice. */
export function readKeptKey(text: string): ApiKey | undefined {
  const reading = readApiKey(text);
  return reading.state === 'key' ? reading.key : readPracticeKey(text);
}

/** The kind of a key, from its prefix. */
export function keyKind(key: ApiKey): KeyKind {
  return PRACTICE.test(key) ? 'practice' : openAiKind(key);
}

/** `sk-<name>-…` was a service account's form in 2024. */
function openAiKind(key: string): OpenAiKind {
  if (key.startsWith('sk-admin-')) return 'admin';
  if (key.startsWith('sk-proj-')) return 'project';
  if (key.startsWith('sk-None-') || LEGACY.test(key)) return 'legacy';
  return 'service-account';
}

/** The form in which a key may be shown anywhere: its prefix and last four characters. */
export function redact(key: ApiKey): string {
  const prefix =
    /^(?:practice-|sk-(?:admin-|proj-|svcacct-|service-|None-)?)/.exec(key)?.[0] ?? 'sk-';
  return `${prefix}…${key.slice(-4)}`;
}

/**
 * Tells two keys apart and gives neither away: 64 bits of a text that is far too long to be guessed.
 * For scripts in pages, which must not keep a key longer than it takes to hand it over.
 */
export function printOf(key: string): string {
  let [one, two] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < key.length; at += 1) {
    one = Math.imul(one ^ key.charCodeAt(at), 0x01000193);
    two = Math.imul(two ^ key.charCodeAt(at), 0x85ebca6b);
    two ^= two >>> 13;
  }
  return `${(one >>> 0).toString(36)}.${(two >>> 0).toString(36)}`;
}
