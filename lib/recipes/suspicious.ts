// A recipe is data for people to read: nothing in it is run, pressed by a path, or secret.
const KEY = /\bsk-[\w-]{12,}|\bsess-[\w-]{12,}|T3BlbkFJ/;
const SCRIPT =
  /<\s*\/?\s*[a-z!]|javascript:|data:text|=>\s*[{(]|\bfunction\s*\(|\beval\s*\(|\b(?:document|window)\s*[.[]|\$\{/i;
const SELECTOR =
  /^\s*(?:[#.][\w-]|\/\/|\/html)|\[[\w-]+\s*[~|^$*]?=|::|:(?:nth|has|not|is|where)\b|\bquerySelector|xpath/i;
// Controls, invisible characters, and those that turn the direction of writing.
// oxlint-disable-next-line no-control-regex -- these are what must not be there
const HIDDEN = /[\u0000-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/;

/** The reason given for it. */
export const LOOKS_LIKE_KEY = 'This looks like a key. A recipe never holds one.';

/** Whether a text holds something of the form of a key. Such a text is never repeated to anyone. */
export function holdsKey(text: string): boolean {
  return KEY.test(text);
}

/**
 * Why a text has no place in a recipe, in words, or undefined.
 * @param ofPortal whether it is about a product's page, where a selector could stand for words.
 */
export function suspicious(text: string, ofPortal: boolean): string | undefined {
  if (holdsKey(text)) return LOOKS_LIKE_KEY;
  if (SCRIPT.test(text)) return 'This looks like a script or markup. A recipe holds words only.';
  if (ofPortal && SELECTOR.test(text)) {
    return 'This looks like a selector. Name the control by the words that people read on it.';
  }
  if (HIDDEN.test(text)) return 'This holds a character that can’t be seen.';
  return undefined;
}
