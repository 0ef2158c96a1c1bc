import { expect, test } from 'vitest';
import { createProving } from '@/lib/delivery/proving';
import type { VerificationResult } from '@/lib/domain/verification';
import { createProvingWorld } from './proving-world';
import { keyOf, settle } from './world';

const GOOD: VerificationResult = { outcome: 'verified' };
const item = 'item';

test('A key is proved, and what was found is kept.', async () => {
  const { world, deps, row } = createProvingWorld();
  await createProving(deps).start(item);
  await settle();
  expect(row()).toMatchObject({ state: 'done', outcome: 'verified', attempt: 1 });
  expect(world.kept).toEqual([GOOD]);
  expect(JSON.stringify(row())).not.toContain(keyOf());
});

test('A locked vault makes it wait, and the unlock lets it go on.', async () => {
  const { world, deps, row } = createProvingWorld();
  world.locked = true;
  const proving = createProving(deps);
  await proving.start(item);
  await settle();
  expect(row()).toMatchObject({ state: 'checking' });
  world.locked = false;
  await proving.drain();
  await settle();
  expect(row()).toMatchObject({ state: 'done', outcome: 'verified' });
});

test('A worker that dies while it asks is woken, and the next one asks again.', async () => {
  const { world, deps, row } = createProvingWorld();
  world.answer = () => new Promise(() => undefined);
  await createProving(deps).start(item);
  await settle();
  expect(world.wakes[0]).toBeGreaterThan(world.now);
  world.answer = () => Promise.resolve(GOOD);
  await createProving(deps).drain();
  await settle();
  expect(row()).toMatchObject({ state: 'done', outcome: 'verified' });
});

test('An unknown error says nothing of the key, and crosses with none of its words.', async () => {
  const { world, deps, row } = createProvingWorld();
  world.answer = () => Promise.reject(new Error(`for ${keyOf()}`));
  await createProving(deps).start(item);
  await settle();
  expect(row()).toMatchObject({ outcome: 'indeterminate', reason: 'internal' });
  expect(JSON.stringify([row(), world.kept])).not.toContain(keyOf());
});

test('Check again while a check runs is that check, also in its last moment.', async () => {
  const { world, deps, row } = createProvingWorld();
  const proving = createProving(deps);
  let pressed = false;
  world.changed = () => {
    // What is shown changes: the person presses before the worker has put its things away.
    if (row()?.state === 'done' && !pressed) {
      pressed = true;
      void proving.start(item);
    }
  };
  await proving.start(item);
  await settle();
  expect(pressed).toBe(true);
  expect(row()?.state).toBe('done');
});

test('A disk that takes nothing more leaves the row for the next wake-up.', async () => {
  const { world, deps, row } = createProvingWorld();
  const proving = createProving(deps);
  await proving.start(item);
  world.put = () => {
    throw new Error('The disk is full.');
  };
  await settle();
  expect(row()).toMatchObject({ state: 'checking' });
  world.put = () => undefined;
  await proving.drain();
  await settle();
  expect(row()).toMatchObject({ state: 'done', outcome: 'verified' });
});

test('Without access to OpenAI’s API it waits for that, and no try is used up.', async () => {
  const { world, deps, row } = createProvingWorld();
  world.answer = () => Promise.resolve({ outcome: 'indeterminate', reason: 'no_access' });
  const proving = createProving(deps);
  await proving.start(item);
  await settle();
  for (let wake = 0; wake < 5; wake += 1) {
    await proving.drain();
    await settle();
  }
  expect(row()).toMatchObject({ state: 'waiting', reason: 'no_access', attempt: 0 });
  world.answer = () => Promise.resolve(GOOD);
  await proving.drain();
  await settle();
  expect(row()).toMatchObject({ state: 'done', outcome: 'verified' });
});
