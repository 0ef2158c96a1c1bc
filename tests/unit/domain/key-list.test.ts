import { describe, expect, test } from 'vitest';
import { expiryOf } from '@/lib/domain/expiry';
import { KEY_COLUMNS, matchesKey, sortKeys, type KeyFacts } from '@/lib/domain/key-list';

const DAY = 24 * 60 * 60_000;

function key(id: string, more: Partial<KeyFacts> = {}): KeyFacts {
  return { id, kind: 'project', redacted: `sk-proj-…${id}`, createdAt: 1, ...more };
}

describe('expiryOf', () => {
  test.each([
    ['90 days', 90 * DAY],
    ['1 day', DAY],
    ['2 weeks', 14 * DAY],
    ['1 year', 365 * DAY],
  ])('counts %s from the making of the key', (words, span) => {
    expect(expiryOf(words, 5)).toBe(5 + span);
  });

  test('reads a date with its year, and guesses nothing', () => {
    expect(expiryOf('2027-02-20', 5)).toBe(Date.UTC(2027, 1, 20));
    expect(expiryOf('Feb 20, 2027', 5)).toBe(Date.parse('Feb 20, 2027'));
    for (const words of ['Never', 'Custom', '20 Feb', '', undefined]) {
      expect(expiryOf(words, 5)).toBeUndefined();
    }
  });
});

describe('matchesKey', () => {
  const known = key('a1b2', {
    product: 'DoiT',
    name: 'Costs 2026',
    project: 'Default project',
    organization: 'org-acme',
    trackingId: 'key_0123',
    permission: 'restricted',
    note: 'asked for by finance',
    tags: ['Quarterly'],
  });

  test.each([
    'doit',
    'a1b2',
    'COSTS',
    'default',
    'acme',
    'key_0123',
    'restricted',
    'finance',
    'quarterly',
    'project',
    'finance doit',
    '',
  ])('finds it by %j', (query) => {
    expect(matchesKey(known, query)).toBe(true);
  });

  test('wants every word', () => {
    expect(matchesKey(known, 'doit legal')).toBe(false);
  });
});

describe('sortKeys', () => {
  const keys = [
    key('a', { createdAt: 1, product: 'b', expiresAt: 9 }),
    key('b', { createdAt: 2, product: 'A' }),
    key('c', { createdAt: 3, expiresAt: 4 }),
  ];
  const order = (by: (typeof KEY_COLUMNS)[number], descending: boolean) =>
    sortKeys(keys, { by, descending }).map(({ id }) => id);

  test('by each column, and what has no value comes last in both directions', () => {
    expect(order('saved', true)).toEqual(['c', 'b', 'a']);
    expect(order('saved', false)).toEqual(['a', 'b', 'c']);
    expect(order('product', false)).toEqual(['b', 'a', 'c']);
    expect(order('product', true)).toEqual(['a', 'b', 'c']);
    expect(order('expires', false)).toEqual(['c', 'a', 'b']);
    // Equal ones: the newest first.
    for (const by of ['kind', 'name', 'project', 'organization', 'permission'] as const) {
      expect(order(by, false), by).toEqual(['c', 'b', 'a']);
    }
  });
});
