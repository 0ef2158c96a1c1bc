import { expect, test } from 'vitest';
import { warningsOf } from '@/lib/domain/warnings';
import { doit } from '@/lib/recipes/doit';

const usage = { 'Usage API Scope': 'Read', 'Audit Logs Scope': 'None' };

test('the key that the recipe asks for gets no warning', () => {
  expect(warningsOf(doit.key, 'admin', { permission: 'restricted', rows: usage })).toEqual([]);
});

test('a key with All is over-privileged, and said to be', () => {
  expect(warningsOf(doit.key, 'admin', { permission: 'all' })).toEqual(['all_permissions']);
});

test('a right beside the needed ones is said, an optional one is not', () => {
  const rows = { ...usage, 'Organization Administration': 'Read' };
  expect(warningsOf(doit.key, 'admin', { permission: 'restricted', rows })).toEqual([]);
  const more = { ...rows, 'Organization Administration': 'Write' };
  expect(warningsOf(doit.key, 'admin', { permission: 'restricted', rows: more })).toEqual([
    'more_than_needed',
  ]);
});

test('a project key for an admin recipe is the wrong kind', () => {
  expect(warningsOf(doit.key, 'project', {})).toEqual(['wrong_key_kind']);
});

test('without a recipe there is nothing to warn of', () => {
  expect(warningsOf(undefined, 'project', { permission: 'all' })).toEqual([]);
});
