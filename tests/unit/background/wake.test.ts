import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createProving } from '@/lib/delivery/proving';
import { FRESH_FOR, RETRY_DELAYS, type VerificationResult } from '@/lib/domain/verification';
import { createProvingWorld } from '../delivery/proving-world';
import { settle } from '../delivery/world';

/** The browser's alarms; like its own, they come no sooner than after 30 seconds. */
const alarms = vi.hoisted(() => new Map<string, { scheduledTime: number }>());
vi.mock('@/lib/browser', () => ({
  browser: {
    alarms: {
      get: (name: string) => Promise.resolve(alarms.get(name)),
      async create(name: string, { when }: { when: number }) {
        alarms.set(name, { scheduledTime: Math.max(when, Date.now() + 30_000) });
      },
    },
  },
}));
const { RESUME_ALARM, wakeAt, whenAwake } = await import('@/lib/background/wake');

const FRESH: VerificationResult = { outcome: 'indeterminate', reason: 'too_fresh' };
const NO: VerificationResult = { outcome: 'rejected', reason: 'missing_scope' };

beforeEach(() => {
  vi.useFakeTimers({
    now: Date.UTC(2026, 10, 21),
    toFake: ['setTimeout', 'clearTimeout', 'Date'],
  });
  alarms.clear();
});
afterEach(() => vi.useRealTimers());

/** A worker that is just started: nothing but rows and alarms outlived the one before. */
function startWorker(made: ReturnType<typeof createProvingWorld>) {
  const now = Date.now();
  // This puts the clock back too.
  vi.clearAllTimers();
  vi.setSystemTime(now);
  const proving = createProving({ ...made.deps, now: () => Date.now(), wakeAt });
  whenAwake(() => void proving.drain());
  return proving;
}

/** The next alarm rings, in a new worker. */
async function ring(made: ReturnType<typeof createProvingWorld>): Promise<void> {
  const { scheduledTime } = alarms.get(RESUME_ALARM) ?? { scheduledTime: NaN };
  vi.setSystemTime(scheduledTime);
  alarms.delete(RESUME_ALARM);
  await startWorker(made).drain();
  await settle();
}

test('Waits of up to 20 seconds have a timer too; longer ones are a row and an alarm, and the alarm asks again.', async () => {
  const made = createProvingWorld();
  made.world.answer = () => Promise.resolve(FRESH);
  await startWorker(made).start('item');
  await settle();
  expect(made.world.asked).toBe(1);
  for (const wait of RETRY_DELAYS.slice(0, 2)) {
    vi.advanceTimersByTime(wait);
    await settle();
  }
  expect(made.world.asked).toBe(3);

  for (const wait of [RETRY_DELAYS[2], FRESH_FOR]) {
    const { retryAt } = made.row() ?? {};
    expect(retryAt).toBe(Date.now() + (wait ?? 0));
    expect(vi.getTimerCount(), 'no timer waits that long').toBe(0);
    if (wait === FRESH_FOR) made.world.answer = () => Promise.resolve(NO);
    const before = made.world.asked;
    for (let rings = 0; made.world.asked === before && rings < 5; rings += 1) await ring(made);
    expect(made.world.asked).toBe(before + 1);
    expect(Date.now()).toBeGreaterThanOrEqual(retryAt ?? Infinity);
  }
  expect(made.row()).toMatchObject({ state: 'done', ...NO });
});

test('A worker that died in a short wait is woken by the alarm of that wait.', async () => {
  const made = createProvingWorld();
  made.world.answer = () => Promise.resolve(FRESH);
  await startWorker(made).start('item');
  await settle();
  made.world.answer = () => Promise.resolve({ outcome: 'verified' });
  await ring(made);
  expect(made.row()).toMatchObject({ state: 'done', outcome: 'verified' });
});

test('One alarm serves all that waits: the earliest time wins.', async () => {
  const now = Date.now();
  wakeAt(now + 300_000);
  await settle();
  wakeAt(now + 60_000);
  await settle();
  wakeAt(now + 600_000);
  await settle();
  expect([...alarms.values()]).toEqual([{ scheduledTime: now + 60_000 }]);
});
