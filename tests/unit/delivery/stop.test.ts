import { describe, expect, test } from 'vitest';
import { deliveryRows } from '@/components/keys/progress';
import { deliveryView } from '@/lib/background/delivery-views';
import { createOutbox } from '@/lib/delivery/outbox';
import type { Route } from '@/lib/delivery/route';
import { isRunning, type Delivery, type Plan } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import type { RecipeBook } from '@/lib/background/recipe-book';
import { createWorld, onlyRow, settle } from './world';

/** A world whose destination does not answer until it is told to. */
function slowWorld() {
  const { world, deps } = createWorld();
  const held: (() => void)[] = [];
  const signals: AbortSignal[] = [];
  async function slowly(delivery: Delivery): Promise<Route> {
    const route = await deps.routeTo(delivery);
    return {
      ...route,
      async deliver(row, one) {
        signals.push(one.signal);
        const done = await route.deliver(row, one);
        // The key is there; the answer is not.
        await new Promise<void>((answer, refuse) => {
          held.push(answer);
          one.signal.addEventListener('abort', () => refuse(new Error('aborted')));
        });
        return done;
      },
    };
  }
  return { world, deps: { ...deps, routeTo: slowly }, held, signals };
}

/** A destination where somebody's value stands, with the time of its writing. */
function taken(plans: Plan[]) {
  const { world, deps } = createWorld();
  const plan = () => Promise.resolve(plans.shift() ?? { action: 'create' as const });
  return {
    world,
    outbox: createOutbox({
      ...deps,
      routeTo: async (row) => ({ ...(await deps.routeTo(row)), plan }),
    }),
  };
}

describe('Pause', () => {
  test('ends the request, and what was sent is asked for before it goes on: it is there once.', async () => {
    const { world, deps, signals } = slowWorld();
    const outbox = createOutbox(deps);
    const id = await outbox.send('item', 'aws');
    await settle();
    await outbox.pause(id);
    await settle();
    expect(signals[0]?.aborted).toBe(true);
    expect(onlyRow(world.rows)).toMatchObject({ state: 'waiting', reason: 'paused' });

    await outbox.retry(id);
    await settle();
    expect(onlyRow(world.rows).state).toBe('confirmed');
    expect(world.sends).toBe(1);
  });

  test('lasts: no alarm, start or unlock goes on with it.', async () => {
    const { world, deps } = slowWorld();
    const outbox = createOutbox(deps);
    await outbox.pause(await outbox.send('item', 'aws'));
    await settle();
    const asked = world.asked.length;
    world.now += 24 * 3_600_000;
    await outbox.drain();
    await createOutbox(deps).drain();
    await settle();
    expect(onlyRow(world.rows)).toMatchObject({ state: 'waiting', reason: 'paused' });
    expect(world.asked).toHaveLength(asked);
  });

  test('of one that waits for its turn keeps it from being sent at all.', async () => {
    const { world, deps, held } = slowWorld();
    const outbox = createOutbox(deps);
    const ids: string[] = [];
    for (let nth = 0; nth < 5; nth += 1) ids.push(await outbox.send(`item ${nth}`, 'aws'));
    await settle();
    expect(held).toHaveLength(4);
    await outbox.pause(ids[4] ?? '');
    for (const answer of held) answer();
    await settle();
    expect(world.sends).toBe(4);
    expect(world.rows.get(ids[4] ?? '')).toMatchObject({ state: 'waiting', reason: 'paused' });
  });

  test('of everything leaves what is finished alone, and each goes on by its own press.', async () => {
    const { world, deps, held } = slowWorld();
    const outbox = createOutbox(deps);
    const done = await outbox.send('item', 'vault');
    await settle();
    held[0]?.();
    await settle();
    const open = [await outbox.send('item', 'aws'), await outbox.send('other', 'aws')];
    await settle();
    await outbox.pauseAll();
    await settle();
    expect(world.rows.get(done)?.state).toBe('confirmed');
    for (const id of open) expect(world.rows.get(id)).toMatchObject({ reason: 'paused' });
    expect([...world.rows.values()].some(isRunning)).toBe(false);

    await outbox.retry(open[0] ?? '');
    await settle();
    expect(open.map((id) => world.rows.get(id)?.state)).toEqual(['confirmed', 'waiting']);
  });
});

describe('Cancel', () => {
  test('ends it for good, whatever comes late; the key is sent nowhere any more.', async () => {
    const { world, deps, held } = slowWorld();
    const outbox = createOutbox(deps);
    const id = await outbox.send('item', 'aws');
    await settle();
    await outbox.cancel(id);
    held[0]?.();
    await settle();
    world.now += 24 * 3_600_000;
    await createOutbox(deps).drain();
    await settle();
    expect(onlyRow(world.rows)).toMatchObject({ state: 'failed', reason: 'cancelled' });
    expect(world.sends).toBe(1);
  });

  test('of one that waits sends nothing, and a new press of Send is another delivery.', async () => {
    const { world, deps } = createWorld();
    world.cutOff = true;
    const outbox = createOutbox(deps);
    const first = await outbox.send('item', 'aws');
    await settle();
    await outbox.cancel(first);
    world.cutOff = false;
    const second = await outbox.send('item', 'aws');
    await settle();
    expect(second).not.toBe(first);
    expect(world.rows.get(first)).toMatchObject({ state: 'failed', reason: 'cancelled' });
    expect(world.rows.get(second)?.state).toBe('confirmed');
    expect([...world.arrived.keys()]).toEqual([world.rows.get(second)?.operationId]);
  });
});

describe('The word to replace', () => {
  test('is for what was shown: somebody who wrote since is asked about anew.', async () => {
    const { world, outbox } = taken([
      { action: 'conflict', at: 1, by: 'ann' },
      { action: 'conflict', at: 2, by: 'bob' },
      { action: 'conflict', at: 2, by: 'bob' },
    ]);
    const waits = { state: 'waiting', reason: 'destination_conflict' };
    const id = await outbox.send('item', 'aws');
    await settle();
    expect(onlyRow(world.rows)).toMatchObject({ ...waits, plan: { by: 'ann' } });
    await outbox.retry(id, true);
    await settle();
    expect(onlyRow(world.rows)).toMatchObject({ ...waits, plan: { by: 'bob' } });
    expect(onlyRow(world.rows).overwrite).toBeUndefined();
    expect(world.sends).toBe(0);
    await outbox.retry(id, true);
    await settle();
    expect(onlyRow(world.rows).state).toBe('confirmed');
  });
});

test('Progress is the same after the popup, the page or the worker was closed and opened again.', async () => {
  const { world, deps, held } = slowWorld();
  const vault = { readNote: () => Promise.reject(new KeyferryError('vault_locked')) };
  const book = { find: () => undefined } as unknown as RecipeBook;
  /** What a page that opens now shows of it. */
  const shown = async () => {
    const row = onlyRow(world.rows);
    const view = await deliveryView(vault as never, book, row, 'AWS');
    return { says: deliveryRows(view).map(({ say }) => say), isRunning: isRunning(row) };
  };
  await createOutbox(deps).send('item', 'aws');
  await settle();
  const sending = { says: ['writing'], isRunning: true };
  expect(await shown()).toEqual(sending);
  // Nothing but the rows outlives a worker; the next one goes on where they are.
  world.now += 60_000;
  const next = createOutbox(deps);
  expect(await shown()).toEqual(sending);
  await next.drain();
  await settle();
  expect(held).toHaveLength(1);
  expect(await shown()).toEqual({ says: [], isRunning: false });
  expect(onlyRow(world.rows).state).toBe('confirmed');
});
