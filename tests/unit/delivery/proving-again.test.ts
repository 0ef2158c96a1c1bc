import { describe, expect, test } from 'vitest';
import { createProving } from '@/lib/delivery/proving';
import {
  FRESH_FOR,
  LASTING,
  RETRY_DELAYS,
  type VerificationResult,
} from '@/lib/domain/verification';
import { createProvingWorld } from './proving-world';
import { settle } from './world';

const FRESH: VerificationResult = { outcome: 'indeterminate', reason: 'too_fresh' };
const CUT: VerificationResult = { outcome: 'indeterminate', reason: 'network' };
const item = 'item';

test.each<VerificationResult>([
  { outcome: 'rejected', reason: 'invalid_key' },
  { outcome: 'rejected', reason: 'missing_scope' },
])('A no that counts is not asked again: $reason.', async (result) => {
  const { world, deps, row } = createProvingWorld();
  world.answer = () => Promise.resolve(result);
  const proving = createProving(deps);
  await proving.start(item);
  await settle();
  world.now += FRESH_FOR;
  await proving.drain();
  await settle();
  expect(row()).toMatchObject({ state: 'done', ...result });
  expect(world.asked).toBe(1);
});

/** The waits between the tries, in milliseconds, until it is done. */
async function waitsFor({
  world,
  deps,
  row,
}: ReturnType<typeof createProvingWorld>): Promise<number[]> {
  const proving = createProving(deps);
  await proving.start(item);
  await settle();
  const waits: number[] = [];
  while (row()?.state === 'waiting' && waits.length < 9) {
    const retryAt = row()?.retryAt ?? 0;
    waits.push(retryAt - world.now);
    expect(world.wakes).toContain(retryAt);
    world.now = retryAt;
    await proving.drain();
    await settle();
  }
  return waits;
}

describe('What can’t be told yet is asked again later', () => {
  test('three times where the network is cut, and then it says so.', async () => {
    const made = createProvingWorld();
    made.world.answer = () => Promise.resolve(CUT);
    expect(await waitsFor(made)).toEqual(RETRY_DELAYS);
    expect(made.row()).toMatchObject({ state: 'done', ...CUT });
  });

  test('once more for a fresh key, when it is old enough for a no to count.', async () => {
    const made = createProvingWorld();
    const bornAt = made.world.now;
    made.world.answer = () =>
      Promise.resolve(
        made.world.now - bornAt < FRESH_FOR
          ? FRESH
          : { outcome: 'rejected', reason: 'missing_scope' },
      );
    expect(await waitsFor(made)).toEqual([...RETRY_DELAYS, FRESH_FOR]);
    expect(made.row()).toMatchObject({ state: 'done', reason: 'missing_scope' });
  });
});

test('What no waiting changes is not asked again.', async () => {
  for (const reason of LASTING) {
    const { world, deps, row } = createProvingWorld();
    world.answer = () => Promise.resolve({ outcome: 'indeterminate', reason });
    await createProving(deps).start(item);
    await settle();
    expect(row()).toMatchObject({ state: 'done', reason });
  }
});

test('When OpenAI asks for a longer wait, it gets it.', async () => {
  const { world, deps, row } = createProvingWorld();
  world.answer = () =>
    Promise.resolve({ outcome: 'indeterminate', reason: 'rate_limited', retryAfter: 90_000 });
  await createProving(deps).start(item);
  await settle();
  expect(row()).toMatchObject({ state: 'waiting', retryAt: world.now + 90_000 });
});

test('Not before its time: an early wake-up asks OpenAI nothing, and asks to be woken again.', async () => {
  const { world, deps, row } = createProvingWorld();
  world.answer = () => Promise.resolve(CUT);
  await createProving(deps).start(item);
  await settle();
  world.wakes.length = 0;
  world.now = (row()?.retryAt ?? 0) - 1;
  await createProving(deps).drain();
  await settle();
  expect(world.asked).toBe(1);
  expect(world.wakes).toEqual([row()?.retryAt]);
});
