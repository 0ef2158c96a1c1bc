import { describe, expect, it } from 'vitest';
import { healthOf, latestDelivery, stationsOf } from '@/components/keys/stations';
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

describe('latestDelivery', () => {
  it('is the one that changed last, in whatever order they come', () => {
    const older = delivery({ id: 'older', updatedAt: 1 });
    const newer = delivery({ id: 'newer', updatedAt: 2 });
    expect(latestDelivery(key({ deliveries: [older, newer] }))?.id).toBe('newer');
    expect(latestDelivery(key({ deliveries: [newer, older] }))?.id).toBe('newer');
  });
});
