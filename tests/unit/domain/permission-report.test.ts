import { expect, test } from 'vitest';
import { compareScopes } from '@/lib/domain/permission-report';

const need = { needed: ['a.read'], optional: ['b.read'] };
const all = ['a.read', 'b.read', 'c.read', 'c.write'];

test('a key with just what is needed has nothing missing and no excess', () => {
  const report = compareScopes(
    need,
    { 'a.read': 'granted', 'b.read': 'denied', 'c.read': 'denied' },
    all,
  );
  expect(report).toMatchObject({
    missing: [],
    excess: [],
    unknown: ['c.write'],
    checked: 3,
    total: 4,
  });
});

test('an optional right is neither missing nor excess', () => {
  const granted = compareScopes(need, { 'a.read': 'granted', 'b.read': 'granted' }, all);
  expect(granted.excess).toEqual([]);
  expect(compareScopes(need, { 'a.read': 'granted', 'b.read': 'denied' }, all).missing).toEqual([]);
});

test('a right that nobody asked for is excess', () => {
  expect(compareScopes(need, { 'a.read': 'granted', 'c.read': 'granted' }, all).excess).toEqual([
    'c.read',
  ]);
});

test('a needed right that could not be tested is unknown, not missing', () => {
  const report = compareScopes(need, {}, all);
  expect(report.missing).toEqual([]);
  expect(report.unknown).toContain('a.read');
});
