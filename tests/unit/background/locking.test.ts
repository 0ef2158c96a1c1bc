import { beforeEach, expect, test } from 'vitest';
import { createLocking, createLockSettings } from '@/lib/background/locking';
import { limitsOf, readLocking, USUAL_LOCKING, type LockSettings } from '@/lib/domain/locking';
import { createSession } from '@/lib/vault/session';
import { memoryArea } from '../vault/harness';

const MINUTE = 60_000;
const vaultKey = new Uint8Array(32).fill(7);
let world: ReturnType<typeof makeWorld>;

/** A browser's memory, disk and alarms; `worker` starts the background in it. */
function makeWorld() {
  const clock = { time: Date.UTC(2026, 10, 21) };
  const [memory, local] = [memoryArea(), memoryArea()];
  const alarms = new Map<string, object>();
  const locks: number[] = [];
  const worker = () => {
    const settings = createLockSettings(local);
    const session = createSession(
      memory,
      () => clock.time,
      async () => limitsOf(await settings.read()),
    );
    const locking = createLocking({
      vault: { lock: () => session.end() },
      session,
      settings,
      alarms: {
        create: (name, of) => alarms.set(name, of),
        clear: (name) => Promise.resolve(alarms.delete(name)),
      },
      locked: () => Promise.resolve(void locks.push(clock.time)),
    });
    return { session, locking };
  };
  return { clock, memory, local, alarms, locks, worker };
}

async function unlocked() {
  const { session, locking } = world.worker();
  await session.start(vaultKey);
  await locking.watch();
  return { session, locking };
}

beforeEach(() => {
  world = makeWorld();
});

test('the alarm of the deadline locks, in a worker that was not there when it was set', async () => {
  await unlocked();
  const { time } = world.clock;
  expect(world.alarms.get('lock')).toEqual({ when: time + 15 * MINUTE });
  world.clock.time += 15 * MINUTE;
  await world.worker().locking.ring('lock');
  expect(world.locks).toEqual([world.clock.time]);
  expect(world.memory.kept.size).toBe(0);
  expect(world.alarms.size).toBe(0);
});

test('an alarm that comes before the moved deadline follows it', async () => {
  const { session, locking } = await unlocked();
  world.clock.time += MINUTE;
  await locking.ring('awake');
  await session.use();
  await locking.ring('lock');
  expect(world.locks).toEqual([]);
  expect(world.alarms.get('lock')).toEqual({ when: world.clock.time + 15 * MINUTE });
});

test('a worker that starts again sets the alarms again and extends nothing', async () => {
  await unlocked();
  const before = world.alarms.get('lock');
  world.alarms.clear();
  world.clock.time += MINUTE;
  await world.worker().locking.watch();
  expect(world.alarms.get('lock')).toEqual(before);
});

test('the computer’s lock locks, unless the person does not want that', async () => {
  const { session, locking } = await unlocked();
  await locking.change({ ...USUAL_LOCKING, withComputer: false });
  expect(world.alarms.has('awake')).toBe(false);
  await locking.computerLocked();
  expect(await session.peek()).toEqual(vaultKey);
  await locking.change(USUAL_LOCKING);
  await locking.computerLocked();
  expect(await session.peek()).toBeUndefined();
});

test('the first alarm after a sleep locks', async () => {
  await unlocked();
  world.clock.time += 10 * MINUTE;
  await world.worker().locking.ring('awake');
  expect(world.locks).toHaveLength(1);
});

test('a shorter time holds at once for an open vault, a longer one from the next unlock', async () => {
  const { session, locking } = await unlocked();
  const { time } = world.clock;
  await locking.change({ ...USUAL_LOCKING, idleMinutes: 1 });
  expect(world.alarms.get('lock')).toEqual({ when: time + MINUTE });
  await locking.change({ ...USUAL_LOCKING, idleMinutes: 60 });
  expect(await session.deadline()).toBe(time + MINUTE);
  await session.start(vaultKey);
  expect(await session.deadline()).toBe(time + 60 * MINUTE);
});

test('"until the browser closes" is a day at most', async () => {
  const { session, locking } = await unlocked();
  const { time } = world.clock;
  await locking.change({ idleMinutes: 60, mostHours: 24, withComputer: false });
  await session.start(vaultKey);
  for (let half = 0; half < 47; half++) {
    world.clock.time += 30 * MINUTE;
    await session.use();
  }
  expect(await session.deadline()).toBe(time + 24 * 60 * MINUTE);
});

test('settings that somebody else wrote are taken only as far as they are among the choices', async () => {
  const forged = { idleMinutes: 1e9, mostHours: 1e9, withComputer: 'no' };
  expect(readLocking(forged)).toEqual(USUAL_LOCKING);
  for (const stored of [undefined, null, 7, 'x', []]) {
    expect(readLocking(stored)).toEqual(USUAL_LOCKING);
  }
  const chosen: LockSettings = { idleMinutes: 60, mostHours: 1, withComputer: false };
  expect(readLocking(chosen)).toEqual(chosen);
  await world.local.set({ locking: { ...chosen, idleMinutes: -1 } });
  expect(await world.worker().locking.settings()).toEqual({ ...chosen, idleMinutes: 15 });
});
