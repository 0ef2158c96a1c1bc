import { describe, expect, test } from 'vitest';
import { readJson } from '@/lib/recipes/json';
import { lintRecipe } from '@/lib/recipes/lint';
import { GOOD } from './recipe-text';

/** A small generator of numbers in [0, 1) that gives the same ones each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const PARTS = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '\n',
  ' ',
  '0',
  '-',
  '1e',
  'null',
  '"a"',
  '\\u',
  '\u0000',
  '.5',
];

/** The good recipe with a few characters removed, doubled or put in, the same for the same seed. */
function damaged(seed: number): string {
  const next = seeded(seed);
  let text = GOOD;
  for (let times = 1 + Math.floor(next() * 3); times > 0; times -= 1) {
    const at = Math.floor(next() * text.length);
    const part = PARTS[Math.floor(next() * PARTS.length)] ?? '';
    const cut = Math.floor(next() * 3);
    text = text.slice(0, at) + (next() < 0.7 ? part : '') + text.slice(at + cut);
  }
  return text;
}

function parsed(text: string): unknown {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

test('Of 3 000 damaged texts it takes those that JSON.parse takes, with the same value, or says a line and why.', () => {
  let refused = 0;
  for (let seed = 1; seed <= 3000; seed += 1) {
    const text = damaged(seed);
    const expected = parsed(text);
    const read = readJson(text);
    if ('lines' in read) {
      expect({ value: read.value }, `seed ${seed}`).toEqual(expected);
    } else {
      refused += 1;
      expect(read.line, `seed ${seed}`).toBeGreaterThanOrEqual(1);
      expect(read.line, `seed ${seed}`).toBeLessThanOrEqual(text.split('\n').length);
      expect(read.reason, `seed ${seed}`).toMatch(/\.$/);
      if (!/twice/.test(read.reason)) expect(expected, `seed ${seed}`).toBeUndefined();
    }
    // Whole or not at all, and never an exception.
    const result = lintRecipe(text);
    expect(result.recipe === undefined, `seed ${seed}`).toBe(result.problems.length > 0);
  }
  expect(refused).toBeGreaterThan(1000);
});

test.each([
  '0',
  '-1.5e+3',
  '""',
  '"\\u00e9\\n\\""',
  'true',
  'null',
  '[]',
  '{}',
  '[1, [2, {"a": []}]]',
  ' {"a" : 1 } ',
])('It reads %s as JSON.parse does.', (text) => {
  expect(readJson(text)).toMatchObject({ value: JSON.parse(text) as unknown });
});

test('It reads a file that begins with a byte-order mark.', () => {
  expect(readJson('\uFEFF{"a": 1}')).toMatchObject({ value: { a: 1 } });
});

test('A name such as __proto__ is a name like any other.', () => {
  const read = readJson('{"__proto__": {"polluted": true}}');
  expect('lines' in read && Object.keys(read.value as object)).toEqual(['__proto__']);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

describe('It says the line and the reason:', () => {
  test.each([
    ['{\n "a": 1,\n}', 2, /Nothing follows this comma/],
    ['{\n "a": 1\n "b": 2}', 3, /Expected “,” or “}”, found “"”/],
    ['{\n "a" 1}', 2, /Expected “:” after “a”/],
    ['{\n a: 1}', 2, /Expected a name in “"”, found “a”/],
    ['{\n "a": "b\n}', 2, /no closing/],
    ['{\n "a": "\\x"}', 2, /does not allow/],
    ["{\n 'a': 1}", 2, /Expected a name/],
    ['{\n "a": undefined}', 2, /found “undefined”/],
    ['{\n "a": 1,\n "a": 2}', 3, /“a” is here twice/],
    ['{}\n\n{}', 3, /Expected the end of the file/],
    ['[\n1,\n', 3, /the end of the file/],
    ['// a comment\n{}', 1, /Expected a value/],
    ['['.repeat(99), 1, /nested too deep/],
  ])('%j', (text, line, reason) => {
    const read = readJson(text);
    expect(read).toMatchObject({ line });
    expect('reason' in read && read.reason).toMatch(reason);
  });
});
