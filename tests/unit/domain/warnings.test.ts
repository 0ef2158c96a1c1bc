import { expect, test } from 'vitest';
import { warningsOf } from '@/lib/domain/warnings';
import { bubble } from '@/lib/recipes/bubble';
import { doit } from '@/lib/recipes/doit';
import { innoslateBoth } from '@/lib/recipes/innoslate';
import { langchainDeepAgents } from '@/lib/recipes/langchain-deep-agents';
import { nexla } from '@/lib/recipes/nexla';

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

test('rows that unfold under a needed one come along with it, and alone they are more than needed', () => {
  const rows = { 'List models': 'Read', 'Model capabilities': 'Request', Images: 'Request' };
  const shown = { permission: 'restricted', rows };
  expect(warningsOf(innoslateBoth.key, 'project', shown)).toEqual([]);
  const alone = { ...shown, rows: { ...rows, 'Model capabilities': 'None' } };
  expect(warningsOf(innoslateBoth.key, 'project', alone)).toEqual([
    'more_than_needed',
    'less_than_needed',
  ]);
});

test('a parent that shows “Mixed” is not more than the parent itself', () => {
  const rows = { 'Model capabilities': 'Mixed', Responses: 'Write' };
  expect(
    warningsOf(langchainDeepAgents.key, 'project', { permission: 'restricted', rows }),
  ).toEqual([]);
  expect(warningsOf(nexla.key, 'project', { permission: 'restricted', rows })).toContain(
    'more_than_needed',
  );
});

test('“Write” is what “Request” was called until 2025', () => {
  const rows = { 'Model capabilities': 'Write' };
  expect(warningsOf(bubble.key, 'project', { permission: 'restricted', rows })).toEqual([]);
});

test('a service account’s key that was made without a choice of permissions may do everything', () => {
  expect(warningsOf(bubble.key, 'service-account', { rows: {} })).toEqual(['all_permissions']);
  expect(warningsOf(bubble.key, 'service-account', {})).toEqual([]);
});
