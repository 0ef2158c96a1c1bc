import { expect, test } from 'vitest';
import { createRechecks } from '@/lib/background/rechecks';
import { createProving } from '@/lib/delivery/proving';
import { USUAL_CHECKING } from '@/lib/domain/checking';
import type { VaultStatus } from '@/lib/domain/views';
import { createProvingWorld } from '../delivery/proving-world';
import { settle } from '../delivery/world';

const DAY = 24 * 60 * 60_000;

/** Keys that were proved at the world's beginning, and a browser whose alarms are kept in `wakes`. */
function rechecksWorld(...ids: readonly string[]) {
  const made = createProvingWorld();
  const { world } = made;
  const around = {
    settings: USUAL_CHECKING,
    status: 'unlocked' as VaultStatus,
    discarded: [] as string[],
  };
  for (const itemId of ids) {
    const proved = {
      state: 'done',
      attempt: 1,
      outcome: 'verified',
      updatedAt: world.now,
    } as const;
    world.rows.set(itemId, { itemId, ...proved });
  }
  /** A worker that is woken: it goes on with what was left, then looks what is due. */
  async function wake() {
    world.wakes.length = 0;
    const proving = createProving(made.deps);
    await proving.drain();
    const rechecks = createRechecks({
      rows: { all: () => Promise.resolve([...world.rows.values()]) },
      settings: () => Promise.resolve(around.settings),
      vault: {
        status: () => Promise.resolve(around.status),
        items: () => Promise.resolve(ids.map((id) => ({ id, kind: 'admin' as const }))),
        discarded: () => Promise.resolve(around.discarded.map((id) => ({ id }))),
      },
      startAll: proving.startAll,
      wakeAt: made.deps.wakeAt,
      now: made.deps.now,
    });
    await rechecks.tend();
    for (const _each of ids) await settle();
    return rechecks;
  }
  return { world, around, wake };
}

test('Each key is checked again after a week, by an alarm.', async () => {
  const { world, wake } = rechecksWorld('a', 'b');
  const start = world.now;
  await wake();
  expect(world.asked).toBe(0);
  expect(world.wakes).toEqual([start + 7 * DAY]);
  world.now = start + 7 * DAY - 1;
  await wake();
  expect(world.asked).toBe(0);
  world.now = start + 7 * DAY;
  await wake();
  expect(world.asked).toBe(2);
  await wake();
  expect(world.asked).toBe(2);
  expect(world.wakes).toEqual([world.now + 7 * DAY]);
});

test.each([
  ['daily', DAY],
  ['weekly', 7 * DAY],
] as const)('The setting counts: %s.', async (every, period) => {
  const { world, around, wake } = rechecksWorld('a');
  around.settings = { ...USUAL_CHECKING, every };
  world.now += period;
  await wake();
  expect(world.asked).toBe(1);
});

test('Switched off, nothing is asked and nothing waits.', async () => {
  const { world, around, wake } = rechecksWorld('a');
  around.settings = { ...USUAL_CHECKING, every: 'off' };
  world.now += 100 * DAY;
  await wake();
  expect(world.asked).toBe(0);
  expect(world.wakes).toEqual([]);
});

test('While locked nothing is asked; what was missed is done after the next unlock, once.', async () => {
  const { world, around, wake } = rechecksWorld('a');
  around.status = 'locked';
  world.locked = true;
  world.now += 30 * DAY;
  await wake();
  await wake();
  expect(world.asked).toBe(0);
  expect(world.wakes).toEqual([]);
  around.status = 'unlocked';
  world.locked = false;
  await wake();
  await wake();
  expect(world.asked).toBe(1);
});

test('A key that was discarded, and one that OpenAI no longer takes, are left alone.', async () => {
  const { world, around, wake } = rechecksWorld('a', 'b', 'c');
  around.discarded = ['a'];
  const row = world.rows.get('b');
  if (row) world.rows.set('b', { ...row, outcome: 'rejected', reason: 'revoked' });
  world.now += 7 * DAY;
  await wake();
  expect(world.asked).toBe(1);
});

test('A check on demand takes every key, also one that was never proved.', async () => {
  const { world, wake } = rechecksWorld('a', 'b');
  world.rows.delete('b');
  const rechecks = await wake();
  await rechecks.all();
  await settle();
  await settle();
  expect(world.asked).toBe(2);
  expect([...world.rows.values()].map(({ state }) => state)).toEqual(['done', 'done']);
});
