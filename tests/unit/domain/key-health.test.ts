import { expect, test } from 'vitest';
import { EXPIRING_WITHIN, healthsOf, type HealthFacts } from '@/lib/domain/key-health';
import { fitsFilter, type KeyFacts } from '@/lib/domain/key-list';

const NOW = Date.UTC(2026, 10, 21);
type Delivery = HealthFacts['deliveries'][number];
const sent = (more: Partial<Delivery> = {}): Delivery => ({
  destinationId: 'aws',
  state: 'confirmed',
  updatedAt: 1,
  ...more,
});
const health = (more: Partial<HealthFacts>) =>
  healthsOf({ deliveries: [sent()], proof: { outcome: 'verified' }, ...more }, NOW);

test.each<[string, Partial<HealthFacts>, readonly string[]]>([
  ['sent and proved', {}, ['well']],
  ['refused by OpenAI', { proof: { outcome: 'rejected' } }, ['broken']],
  [
    'broken since somebody looked',
    { proof: { outcome: 'verified', broke: 'changed' } },
    ['broken'],
  ],
  ['refused by a place', { deliveries: [sent({ state: 'failed' })] }, ['broken', 'unsent']],
  [
    'sent again after a failure',
    { deliveries: [sent({ state: 'failed' }), sent({ updatedAt: 2 })] },
    ['well'],
  ],
  [
    'ended by the person',
    { deliveries: [sent({ state: 'failed', reason: 'cancelled' })] },
    ['unsent'],
  ],
  ['taken back', { deliveries: [sent({ state: 'undone' })] }, ['unsent']],
  ['under way', { deliveries: [sent({ state: 'sending' })] }, ['well']],
  ['never proved', { proof: undefined }, ['unproved']],
  ['proved without an answer', { proof: { outcome: 'indeterminate' } }, ['unproved']],
  ['at its end', { expiresAt: NOW }, ['expired']],
  ['near its end', { expiresAt: NOW + EXPIRING_WITHIN }, ['expiring']],
  ['far from its end', { expiresAt: NOW + EXPIRING_WITHIN + 1 }, ['well']],
  [
    'new and ending',
    { deliveries: [], proof: undefined, expiresAt: NOW + 1 },
    ['expiring', 'unsent', 'unproved'],
  ],
])('A key that is %s.', (_, facts, healths) => {
  expect(health(facts)).toEqual(healths);
});

const KEY: KeyFacts = {
  id: 'one',
  kind: 'admin',
  redacted: 'sk-admin-…w8ZP',
  createdAt: 1,
  product: 'DoiT',
};
const WHERE = { deliveries: [sent()], proof: { outcome: 'verified' } } as const;

const fits = (filter: Parameters<typeof fitsFilter>[1]) => fitsFilter(KEY, filter, WHERE, NOW);

test('A filter takes what fits all that was chosen.', () => {
  expect(fits({})).toBe(true);
  expect(fits({ health: 'well', product: 'DoiT', kind: 'admin', destination: 'aws' })).toBe(true);
  expect(fits({ health: 'broken' })).toBe(false);
  expect(fits({ product: 'Bubble' })).toBe(false);
  expect(fits({ kind: 'project' })).toBe(false);
  expect(fits({ destination: 'github' })).toBe(false);
});

test('A place that refused a key does not hold it.', () => {
  const where = { deliveries: [sent({ state: 'failed' })] };
  expect(fitsFilter(KEY, { destination: 'aws' }, where, NOW)).toBe(false);
});
