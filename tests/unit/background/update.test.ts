import { expect, test } from 'vitest';
import { mayUpdate } from '@/lib/background/update';
import type { GuideSession } from '@/lib/background/memory';
import type { Delivery } from '@/lib/domain/delivery';

const idle = { guides: {}, held: [], offers: [] };
const guide: GuideSession = {
  id: 'run',
  recipeId: 'doit',
  keyName: 'DoiT',
  step: 1,
  total: 7,
  sentence: '',
};
const delivery: Delivery = {
  id: 'd',
  itemId: 'i',
  destinationId: 'x',
  operationId: 'o',
  state: 'sending',
  attempt: 1,
  createdAt: 1,
  updatedAt: 1,
};

test('an update is taken when nothing is under way', () => {
  expect(mayUpdate(idle, [])).toBe(true);
  expect(mayUpdate(idle, [{ ...delivery, state: 'confirmed' }])).toBe(true);
});

test('an update waits while a guide runs, and no longer once its key is saved', () => {
  expect(mayUpdate({ ...idle, guides: { 1: guide } }, [])).toBe(false);
  const captured = { state: 'saved', itemId: 'i', redacted: 'sk-…', warnings: [] } as const;
  expect(mayUpdate({ ...idle, guides: { 1: { ...guide, captured } } }, [])).toBe(true);
});

test('an update waits while a delivery is under way', () => {
  expect(mayUpdate(idle, [delivery])).toBe(false);
});

test('an update waits while a key is on screen or held, and not saved', () => {
  expect(mayUpdate({ ...idle, offers: [7] }, [])).toBe(false);
  expect(
    mayUpdate({ ...idle, held: [{ value: 'FAKE', redacted: 'sk-…', why: 'disk-full' }] }, []),
  ).toBe(false);
});
