/** How many symbols carry chance: 29 of 5 bits each, 145 bits. One more checks them. */
const LENGTH = 29;
const GROUP = 5;
/** Crockford's base 32: no I, L, O and U. https://www.crockford.com/base32.html */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Its check symbol is the number modulo 37, the least prime over 32: it finds every single wrong symbol and every swap of two neighbours. */
const MODULUS = 37;

/** What a text turned out to be when it was read as a recovery code. */
export type CodeReading =
  | { readonly state: 'code'; readonly code: string }
  /** Too few or too many symbols. */
  | { readonly state: 'length'; readonly missing: number }
  /** A symbol is wrong, or two are swapped. */
  | { readonly state: 'mistyped' };

/** How many random bytes {@link makeRecoveryCode} takes: one for each symbol. */
export const CODE_BYTES = LENGTH;

/**
 * Makes a code from random bytes, such as `7K3QF-…`, or undefined when its check would be one of
 * the five signs beyond letters and digits, which not every keyboard has: take other bytes then.
 */
export function makeRecoveryCode(bytes: Uint8Array): string | undefined {
  const body = Array.from(bytes.subarray(0, LENGTH), (byte) => SYMBOLS[byte % 32]).join('');
  const check = SYMBOLS[checkOf(body)];
  return check === undefined ? undefined : grouped(body + check);
}

/** Reads a code as a person types it: any case, any grouping, O for 0, I and L for 1. */
export function readRecoveryCode(text: string): CodeReading {
  const plain = text
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const missing = LENGTH + 1 - plain.length;
  if (missing !== 0) return { state: 'length', missing };
  const body = plain.slice(0, LENGTH);
  const isRight =
    Array.from(plain).every((symbol) => SYMBOLS.includes(symbol)) &&
    SYMBOLS[checkOf(body)] === plain[LENGTH];
  return isRight ? { state: 'code', code: grouped(plain) } : { state: 'mistyped' };
}

function checkOf(body: string): number {
  return Array.from(body).reduce(
    (rest, symbol) => (rest * 32 + SYMBOLS.indexOf(symbol)) % MODULUS,
    0,
  );
}

function grouped(plain: string): string {
  return (plain.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}
