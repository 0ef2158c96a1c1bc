import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Where the tests leave what they counted, a line each. */
export const FIGURES = '.cache/torture.jsonl';

/** A count, what it had to be, and the words for both. */
export interface Figure {
  readonly what: string;
  readonly figure: string;
  readonly wanted: string;
}

/** Keeps a figure for the table at the end. */
export function note(what: string, figure: string, wanted: string): void {
  mkdirSync(dirname(FIGURES), { recursive: true });
  appendFileSync(FIGURES, `${JSON.stringify({ what, figure, wanted } satisfies Figure)}\n`);
}

export function readFigures(): Figure[] {
  const lines = readFileSync(FIGURES, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Figure);
}

/** Says which run this is; `KEYFERRY_SEED` makes it again. */
export const SEED = Number(process.env['KEYFERRY_SEED'] ?? 1);

/** Makes numbers from 0 up to 1, always the same ones for a seed and a name (mulberry32). */
export function chance(name: string, seed = SEED): () => number {
  let state = Array.from(name).reduce(
    (sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0),
    seed,
  );
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many times, unless `KEYFERRY_SHORTER` divides it for a short run. */
export function times(full: number): number {
  return Math.max(1, Math.round(full / Number(process.env['KEYFERRY_SHORTER'] ?? 1)));
}
