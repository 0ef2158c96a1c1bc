import { describe, expect, it } from 'vitest';
import { beginsLate, daysOf, standOf, type LogCheck } from '@/components/activity/words';
import { routeOf } from '@/components/shell/route';
import type { LoggedEntry } from '@/lib/messaging/activity-messages';

const DAY = 24 * 60 * 60_000;
const noon = new Date(2026, 10, 21, 12).getTime();
const at = (seq: number, time: number): LoggedEntry => ({
  seq,
  entry: { at: time, what: 'unlocked' },
});
const check: LogCheck = { problems: [], gone: 0, begunAt: noon, vaultCreatedAt: noon };

describe('daysOf', () => {
  it('groups what happened by the days of this place', () => {
    const days = daysOf([at(3, noon), at(2, noon - 1_000), at(1, noon - DAY)]);
    expect(days.map(({ entries }) => entries.map(({ seq }) => seq))).toEqual([[3, 2], [1]]);
  });

  it('leaves an entry that can’t be read with the newer ones', () => {
    const days = daysOf([at(3, noon), { seq: 2 }, at(1, noon - DAY)]);
    expect(days.map(({ entries }) => entries.map(({ seq }) => seq))).toEqual([[3, 2], [1]]);
  });
});

describe('standOf', () => {
  const problems = [{ kind: 'changed', from: 4, to: 6 }] as const;

  it.each([
    [3, 'sound'],
    [4, 'changed'],
    [6, 'changed'],
    [7, 'sound'],
  ] as const)('says of entry %i that it is %s', (seq, stand) => {
    expect(standOf(at(seq, noon), { ...check, problems })).toBe(stand);
  });

  it('says of what stands before a break that it can’t be checked', () => {
    const broken = { at: noon, upTo: 5, problems: [] };
    expect(standOf(at(5, noon), { ...check, broken })).toBe('unchecked');
    expect(standOf(at(6, noon), { ...check, broken })).toBe('sound');
  });

  it('says nothing against an entry before the check has ended, unless it does not open', () => {
    expect(standOf(at(5, noon), undefined)).toBe('sound');
    expect(standOf({ seq: 5 }, undefined)).toBe('changed');
  });
});

it('a log begins late when its vault is older than a set-up takes', () => {
  expect(beginsLate(check)).toBe(false);
  expect(beginsLate({ ...check, vaultCreatedAt: noon - DAY })).toBe(true);
});

it('the log of one key has an address', () => {
  expect(routeOf('#activity')).toEqual({ page: 'activity' });
  expect(routeOf('#activity/key-1')).toEqual({ page: 'activity', itemId: 'key-1' });
});
