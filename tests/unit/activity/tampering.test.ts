import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogHead, LogRow } from '@/lib/activity/chain';
import { check, makeLog, type Log } from './world';

const RUNS = 500;
const SEED = Number(process.env['KEYFERRY_SEED'] ?? 20261121);

const SIZE = 16;
const whole = makeLog(SIZE);
const another = makeLog(SIZE);
const head = whole.head as LogHead;
const place = fc.integer({ min: 1, max: SIZE });

/** Somebody who can write the database as it is, and has no key of an entry that stands. */
const tampering = fc.oneof(
  // One character of one text of one row.
  fc
    .tuple(place, fc.constantFrom('previous', 'mac', 'itemId', 'enc', 'ct'), fc.nat(), fc.nat(63))
    .map(([at, field, where, letter]) => edit(at, field, where, letter)),
  // Rows taken out of the middle, or off the end.
  fc
    .uniqueArray(place, { minLength: 1, maxLength: SIZE })
    .map((gone) => ({ ...whole, rows: whole.rows.filter(({ seq }) => !gone.includes(seq)) })),
  place.map((last) => truncate(last - 1)),
  // The same, with a head that was made to fit as well as it can be.
  place.map((last) => {
    const { rows } = truncate(last - 1);
    const lastMac = rows.at(-1)?.mac ?? '';
    return { ...whole, rows, head: { ...head, count: rows.length, lastMac } };
  }),
  // Rows under other rows' numbers: two swapped, all shuffled, one copied over another.
  fc
    .shuffledSubarray(whole.rows as LogRow[], { minLength: SIZE, maxLength: SIZE })
    .map((order) => ({ ...whole, rows: order.map((row, index) => ({ ...row, seq: index + 1 })) })),
  fc.tuple(place, place).map(([from, to]) => copyOver(whole, from, to)),
  // A row of another log of the same vault, and another log’s rows altogether.
  place.map((at) => copyOver(another, at, at)),
  fc.constant({ ...whole, rows: another.rows }),
  fc.constant({ ...whole, rows: another.rows, head: another.head }),
  // Rows put behind the end.
  fc.tuple(place, fc.integer({ min: 1, max: 1_000 })).map(([of, beyond]) => ({
    ...whole,
    rows: [...whole.rows, { ...(whole.rows[of - 1] as LogRow), seq: SIZE + beyond }],
  })),
  // One field of the head.
  fc
    .oneof(
      fc.integer({ min: -5, max: 3 * SIZE }).map((count) => ({ ...head, count })),
      fc.nat(63).map((letter) => ({ ...head, key: flip(head.key, 3, letter) })),
      fc.nat(63).map((letter) => ({ ...head, lastMac: flip(head.lastMac, 3, letter) })),
      fc.constant(undefined),
    )
    .map((changed) => ({ ...whole, head: changed })),
);

test(`${RUNS} random edits, deletions, reorders, truncations and swaps are all found (seed ${SEED})`, () => {
  let tried = 0;
  fc.assert(
    fc.property(
      tampering.filter((log) => JSON.stringify(log) !== JSON.stringify(whole)),
      (log) => {
        tried += 1;
        expect(check(log)).not.toEqual([]);
      },
    ),
    { numRuns: RUNS, seed: SEED },
  );
  expect(tried).toBeGreaterThanOrEqual(RUNS);
  expect(check(whole)).toEqual([]);
}, 60_000);

function edit(at: number, field: string, where: number, letter: number): Log {
  const rows = whole.rows.map((row) => {
    if (row.seq !== at) return row;
    if (field === 'enc' || field === 'ct') {
      const text = row.sealed[field];
      return { ...row, sealed: { ...row.sealed, [field]: flip(text, where, letter) } };
    }
    return { ...row, [field]: flip(row[field as 'mac'] ?? '', where, letter) };
  });
  return { ...whole, rows };
}

function truncate(last: number): Log {
  return { ...whole, rows: whole.rows.filter(({ seq }) => seq <= last) };
}

function copyOver(source: Log, from: number, to: number): Log {
  const copied = { ...(source.rows[from - 1] as LogRow), seq: to };
  return { ...whole, rows: whole.rows.map((row) => (row.seq === to ? copied : row)) };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function flip(text: string, where: number, letter: number): string {
  if (text === '') return LETTERS[letter] ?? '';
  const at = where % text.length;
  return text.slice(0, at) + (LETTERS[letter] ?? '') + text.slice(at + 1);
}
