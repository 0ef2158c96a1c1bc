import { describe, expect, it } from 'vitest';
import { currentDeliveries, healthOf, stationsOf } from '@/components/keys/stations';
import { delivery, key } from './fixtures';

const report = {
  needed: ['api.usage.read'],
  granted: ['api.usage.read'],
  missing: [],
  excess: [],
  unknown: [],
  checked: 1,
  total: 1,
};

const prove = (outcome: 'verified' | 'rejected' | 'indeterminate') =>
  stationsOf(key({ verification: { state: 'done', outcome } })).prove;

describe('stationsOf', () => {
  it('stands at Deliver once the key is saved', () => {
    expect(stationsOf(key())).toEqual({
      guide: 'done',
      save: 'done',
      deliver: 'current',
      prove: 'todo',
    });
  });

  it('asks for the person where somebody else changed what had arrived', () => {
    const arrived = delivery({ state: 'confirmed' });
    const drifts = { [arrived.id]: { what: 'changed', at: 1 } } as const;
    const verification = { state: 'done', outcome: 'verified', drifts } as const;
    expect(stationsOf(key({ deliveries: [arrived], verification })).deliver).toBe('attention');
    const undone = delivery({ state: 'undone' });
    expect(stationsOf(key({ deliveries: [undone], verification })).deliver).toBe('current');
  });

  it('skips Guide for a key that was saved without a recipe', () => {
    const { recipeId: _, ...pasted } = key();
    expect(stationsOf(pasted).guide).toBe('skipped');
  });

  it.each([
    ['queued', 'working'],
    ['sending', 'working'],
    ['sent', 'working'],
    ['confirming', 'working'],
    ['confirmed', 'done'],
    ['waiting', 'attention'],
    ['failed', 'failed'],
  ] as const)('shows a delivery that is %s as %s', (state, shown) => {
    expect(stationsOf(key({ deliveries: [delivery({ state })] })).deliver).toBe(shown);
  });

  it('takes an unread test for a question, not for a no', () => {
    const unread = delivery({ state: 'failed', reason: 'product_test_unread' });
    expect(stationsOf(key({ deliveries: [unread] })).deliver).toBe('attention');
  });

  it('tells verified, rejected and indeterminate apart', () => {
    expect(prove('verified')).toBe('done');
    expect(prove('rejected')).toBe('failed');
    expect(prove('indeterminate')).toBe('attention');
  });

  it('turns amber when a verified key may do more than needed', () => {
    const excess = { ...report, excess: ['api.management.read'] };
    const verification = { state: 'done', outcome: 'verified', report: excess } as const;
    expect(stationsOf(key({ verification })).prove).toBe('attention');
  });
});

describe('healthOf', () => {
  it('says the worst that is true', () => {
    const verification = { state: 'done', outcome: 'rejected' } as const;
    const deliveries = [delivery({ state: 'confirmed' })];
    expect(healthOf(key())).toBe('unsent');
    expect(healthOf(key({ deliveries }))).toBe('done');
    expect(healthOf(key({ deliveries, verification }))).toBe('failed');
  });
});

const to = (destinationId: string, at: number, more: Parameters<typeof delivery>[0] = {}) =>
  delivery({
    id: `${destinationId}-${at}`,
    destinationId,
    createdAt: at,
    updatedAt: at,
    ...more,
  });
const ids = (...deliveries: ReturnType<typeof delivery>[]) =>
  currentDeliveries(key({ deliveries })).map(({ id }) => id);

describe('currentDeliveries', () => {
  const hour = 3_600_000;

  it('begins with the one that changed last, in whatever order they come', () => {
    expect(ids(to('a', 1), to('b', 2))).toEqual(['b-2', 'a-1']);
    expect(ids(to('b', 2), to('a', 1))).toEqual(['b-2', 'a-1']);
  });

  it('holds what one press sent, each to its end, and leaves out what is long over', () => {
    const failed = { state: 'failed', updatedAt: 5 } as const;
    expect(ids(to('a', 1, failed), to('b', 2, { state: 'confirmed' }))).toEqual(['a-1', 'b-2']);
    expect(ids(to('a', 1, failed), to('b', hour))).toEqual([`b-${hour}`]);
    expect(ids(to('a', 1, { state: 'waiting' }), to('b', hour))).toEqual([`b-${hour}`, 'a-1']);
  });

  it('has one for each destination, and none that was taken back', () => {
    expect(ids(to('a', 1), to('a', 2))).toEqual(['a-2']);
    expect(ids(to('a', 2, { state: 'undone' }))).toEqual([]);
  });

  it('makes the line as bad as the worst of them', () => {
    const deliveries = [to('a', 1, { state: 'confirmed' }), to('b', 1, { state: 'failed' })];
    expect(stationsOf(key({ deliveries })).deliver).toBe('failed');
  });
});
