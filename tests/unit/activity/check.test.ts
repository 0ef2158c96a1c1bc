import { describe, expect, test } from 'vitest';
import { link, type LogHead, type LogRow } from '@/lib/activity/chain';
import { check, makeLog, type Log } from './world';

const log = makeLog(20);
const head = log.head as LogHead;
const without = (...gone: number[]): LogRow[] => log.rows.filter(({ seq }) => !gone.includes(seq));
const change = (at: number, changed: Partial<LogRow>): LogRow[] =>
  log.rows.map((row) => (row.seq === at ? { ...row, ...changed } : row));

describe('a whole log', () => {
  test.each([0, 1, 2, 20])('of %i entries has nothing wrong with it', (count) => {
    expect(check(makeLog(count))).toEqual([]);
  });

  test('goes on after any entry', () => {
    const sealed = { v: 1 as const, enc: 'AA==', ct: 'AA==' };
    const next = link(head, { sealed });
    expect(check({ ...log, head: next.head, rows: [...log.rows, next.row] })).toEqual([]);
  });

  test('forgets the key of every entry that stands', () => {
    const earlier = makeLog(0);
    const kept = JSON.stringify([head, log.rows]);
    expect(kept).not.toContain(log.anchor.key);
    expect(earlier.head?.key).toBe(earlier.anchor.key);
  });
});

describe('what is wrong is named', () => {
  const sealed = { v: 1 as const, enc: btoa('other'), ct: btoa('other') };
  const first = log.rows[0] as LogRow;

  test.each<[string, Partial<Log>, object[]]>([
    ['an entry changed', { rows: change(12, { sealed }) }, [{ kind: 'changed', from: 12, to: 12 }]],
    [
      'an entry about another key',
      { rows: change(12, { itemId: 'other' }) },
      [{ kind: 'changed', from: 12, to: 12 }],
    ],
    [
      'a mac changed',
      { rows: change(7, { mac: first.mac }) },
      [{ kind: 'changed', from: 7, to: 7 }],
    ],
    [
      'two entries swapped',
      { rows: log.rows.map((row) => swapped(row, 4, 9)) },
      [
        { kind: 'changed', from: 4, to: 4 },
        { kind: 'changed', from: 9, to: 9 },
      ],
    ],
    ['three entries taken out', { rows: without(5, 6, 7) }, [{ kind: 'missing', from: 5, to: 7 }]],
    ['the first one taken out', { rows: without(1) }, [{ kind: 'missing', from: 1, to: 1 }]],
    ['the end cut off', { rows: without(18, 19, 20) }, [{ kind: 'missing', from: 18, to: 20 }]],
    ['everything taken out', { rows: [] }, [{ kind: 'missing', from: 1, to: 20 }]],
    [
      'an entry put behind the end',
      { rows: [...log.rows, { ...first, seq: 21 }] },
      [{ kind: 'added', from: 21, to: 21 }],
    ],
    [
      'an entry far away',
      { rows: [...log.rows, { ...first, seq: 2 ** 40 }] },
      [{ kind: 'added', from: 2 ** 40, to: 2 ** 40 }],
    ],
    [
      'an entry before the first',
      { rows: [{ ...first, seq: 0 }, ...log.rows] },
      [{ kind: 'added', from: 0, to: 0 }],
    ],
  ])('%s', (_what, changed, problems) => {
    expect(check({ ...log, ...changed })).toEqual(problems);
  });

  test.each<[string, LogHead | undefined]>([
    ['its count set back', { ...head, count: 17 }],
    ['its count raised', { ...head, count: 22 }],
    ['its count raised out of sight', { ...head, count: 2 ** 50 }],
    ['its count no number', { ...head, count: Number.NaN }],
    ['its key replaced', { ...head, key: log.anchor.key }],
    ['its mac replaced', { ...head, lastMac: first.mac }],
    ['nothing left of it', undefined],
    ['another version', { ...head, v: 2 as 1 }],
  ])('the end: %s', (_what, changed) => {
    const [problem, ...others] = check({ ...log, head: changed });
    expect(problem?.kind).toBe('end-changed');
    expect(others).toEqual([]);
  });

  test('a cut end with a head made to fit is still seen', () => {
    const rows = without(19, 20);
    const made = { ...head, count: 18, lastMac: rows.at(-1)?.mac ?? '' };
    expect(check({ ...log, rows, head: made }).map(({ kind }) => kind)).toEqual(['end-changed']);
  });

  test('one entry’s damage says nothing against its neighbours', () => {
    for (const row of log.rows) {
      const rows = change(row.seq, { mac: '' });
      const wrong = check({ ...log, rows }).filter(({ kind }) => kind === 'changed');
      expect(wrong).toEqual([{ kind: 'changed', from: row.seq, to: row.seq }]);
    }
  });
});

function swapped(row: LogRow, one: number, other: number): LogRow {
  const rows = log.rows;
  const target = row.seq === one ? other : row.seq === other ? one : undefined;
  const content = rows.find(({ seq }) => seq === target);
  return content ? { ...content, seq: row.seq } : row;
}
