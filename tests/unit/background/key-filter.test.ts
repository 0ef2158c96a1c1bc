import { expect, test } from 'vitest';
import { keyFilter } from '@/lib/background/key-filter';
import type { KeyFacts, KeyFilter } from '@/lib/domain/key-list';

const KEYS: readonly KeyFacts[] = ['one', 'two', 'three'].map((id) => ({
  id,
  kind: id === 'one' ? 'admin' : 'project',
  redacted: `sk-…${id}`,
  createdAt: 1,
}));

function world() {
  const reads: string[] = [];
  const db = {
    deliveries: {
      all: () => {
        reads.push('deliveries');
        return Promise.resolve([
          { itemId: 'one', destinationId: 'aws', state: 'confirmed', updatedAt: 1 },
        ]);
      },
    },
    verifications: {
      all: () => {
        reads.push('verifications');
        return Promise.resolve([{ itemId: 'two', state: 'done', outcome: 'rejected' }]);
      },
    },
  };
  const needs = { db, io: { now: () => 0 } } as unknown as Parameters<typeof keyFilter>[0];
  const found = async (filter: KeyFilter) =>
    KEYS.filter(await keyFilter(needs, filter)).map(({ id }) => id);
  return { found, reads };
}

test('Each row is told to its own key.', async () => {
  const { found } = world();
  expect(await found({ health: 'broken' })).toEqual(['two']);
  expect(await found({ health: 'unsent' })).toEqual(['two', 'three']);
  expect(await found({ destination: 'aws' })).toEqual(['one']);
});

test('A list without such a filter reads no row, however many keys there are.', async () => {
  const { found, reads } = world();
  expect(await found({})).toHaveLength(3);
  expect(await found({ kind: 'admin' })).toEqual(['one']);
  expect(reads).toEqual([]);
  await found({ health: 'unproved' });
  expect(reads).toEqual(['deliveries', 'verifications']);
});
