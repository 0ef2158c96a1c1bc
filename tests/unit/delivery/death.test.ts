import { describe, expect, test } from 'vitest';
import { createOutbox } from '@/lib/delivery/outbox';
import { KeyferryError } from '@/lib/domain/errors';
import { createWorld, onlyRow, settle } from './world';

type World = ReturnType<typeof createWorld>['world'];

/** Lets the worker die at a step: it does nothing more, there or at any step after it. */
function killAt(world: World, point: string): () => boolean {
  let dead = false;
  world.step = (name) => {
    if (name === point) dead = true;
    if (dead) throw new Error('The worker is dead.');
  };
  return () => dead;
}

/** The next worker, on the rows that the last one left. */
async function nextWorker({ world, deps }: ReturnType<typeof createWorld>) {
  world.step = () => undefined;
  const outbox = createOutbox(deps);
  await outbox.drain();
  await settle();
  return outbox;
}

const POINTS = [
  'after queued is committed',
  'before sending is committed',
  'after sending is committed',
  'before the request',
  'after the request',
  'before confirming is committed',
  'after confirming is committed',
  'before confirmed is committed',
];

test.each(POINTS)('A worker that dies %s loses nothing and delivers once.', async (point) => {
  const made = createWorld();
  const { world, deps } = made;
  const isDead = killAt(world, point);
  await createOutbox(deps)
    .send('item', 'aws')
    .catch(() => undefined);
  await settle();
  expect(isDead()).toBe(true);

  await nextWorker(made);
  expect(onlyRow(world.rows)).toMatchObject({ state: 'confirmed' });
  expect(world.receipts.size).toBe(1);
  expect([world.arrived.size, world.sends]).toEqual([1, 1]);
});

test.each(POINTS.slice(2))(
  'A second worker that dies %s, after the first died in its request, delivers once.',
  async (point) => {
    const made = createWorld();
    const { world, deps } = made;
    killAt(world, 'before the request');
    await createOutbox(deps).send('item', 'aws');
    await settle();
    killAt(world, point);
    await createOutbox(deps).drain();
    await settle();
    await nextWorker(made);
    expect(onlyRow(world.rows)).toMatchObject({ state: 'confirmed' });
    expect([world.arrived.size, world.sends]).toEqual([1, 1]);
  },
);

test('After a death the destination is asked before anything is sent again.', async () => {
  const made = createWorld();
  const { world, deps } = made;
  killAt(world, 'before the request');
  await createOutbox(deps).send('item', 'aws');
  await settle();
  world.asked.length = 0;
  await nextWorker(made);
  expect(world.asked).toEqual(['confirm', 'deliver', 'confirm']);
});

describe('A worker that dies once a failure is written down', () => {
  test.each(['before', 'after'])('%s it is committed, lets the delivery go on.', async (when) => {
    const made = createWorld();
    const { world, deps } = made;
    world.failure = new KeyferryError('unreachable');
    const isDead = killAt(world, `${when} waiting is committed`);
    await createOutbox(deps).send('item', 'aws');
    await settle();
    expect(isDead()).toBe(true);

    world.failure = undefined;
    const outbox = await nextWorker(made);
    // The next worker asked to be woken, or went on at once.
    world.now = world.wakes.at(-1) ?? world.now;
    await outbox.drain();
    await settle();
    expect(onlyRow(world.rows).state).toBe('confirmed');
  });

  test.each(['before', 'after'])('%s a refusal is, does not leave it waiting.', async (when) => {
    const made = createWorld();
    const { world, deps } = made;
    world.failure = new KeyferryError('destination_refused');
    const isDead = killAt(world, `${when} failed is committed`);
    await createOutbox(deps).send('item', 'aws');
    await settle();
    expect(isDead()).toBe(true);
    expect(onlyRow(world.rows).state).toBe(when === 'before' ? 'sending' : 'failed');
    await nextWorker(made);
    expect(onlyRow(world.rows)).toMatchObject({ state: 'failed', reason: 'destination_refused' });
  });
});

test('Before it asks a destination, a worker sees to it that it is woken if it dies there.', async () => {
  const { world, deps } = createWorld();
  const wakesThen: number[] = [];
  world.step = (name) => {
    if (name === 'before the request') wakesThen.push(...world.wakes);
  };
  await createOutbox(deps).send('item', 'aws');
  await settle();
  expect(wakesThen).toHaveLength(1);
  expect(wakesThen[0]).toBeGreaterThan(world.now);
});
