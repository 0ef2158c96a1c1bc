import { isGuessable, SHORTEST_PASSPHRASE } from '@/lib/domain/passphrase';

/** How hard a passphrase is to guess, as the hint under it says (`ui.strength.<strength>`). */
export type Strength = 'empty' | 'short' | 'weak' | 'fair' | 'strong';

const COMMON = /passw|qwert|asdf|letmein|welcome|admin|keyferry|openai|abc|123|111|000/gi;

/**
 * A quick estimate in bits: characters that repeat, follow each other or belong to a common word
 * count for little. It advises, where the vault's own rule lets a passphrase pass.
 */
export function strengthOf(passphrase: string): Strength {
  if (passphrase === '') return 'empty';
  if (passphrase.length < SHORTEST_PASSPHRASE) return 'short';
  // What the vault refuses is never called anything better.
  if (isGuessable(passphrase)) return 'weak';
  const bits = bitsOf(passphrase);
  if (bits < 40) return 'weak';
  return bits < 58 ? 'fair' : 'strong';
}

function bitsOf(passphrase: string): number {
  const rare = passphrase.replaceAll(COMMON, '\u0000');
  const distinct = new Set(rare).size;
  const codes = Array.from(rare, (character) => character.codePointAt(0) ?? 0);
  const characters = codes.filter(
    (code, index) => Math.abs(code - (codes[index - 1] ?? -9)) > 1,
  ).length;
  // A repeated handful of characters is worth little more than the handful.
  const counted = Math.min(characters, distinct * 2);
  const mixed = /\p{Lu}|\d|[^\p{L}\d\s]/u.test(rare) ? 3.2 : 2.6;
  return counted * mixed;
}
