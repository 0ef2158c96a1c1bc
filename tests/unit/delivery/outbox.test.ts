import { describe, expect, test } from 'vitest';
import { createOutbox, type OutboxDeps, type Route } from '@/lib/delivery/outbox';
import type { ApiKey } from '@/lib/domain/api-key';
import type { Delivery, Receipt } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import { fakeKey } from '../fake-key';

/** The world that outlives a worker: rows on the disk, and a destination that keeps versions by operation id. */
function createWorld() {
  const rows = new Map<string, Delivery>();
  const arrived = new Map<string, string>();
  const receipts = new Map<string, Receipt>();
  const wakes: number[] = [];
  const world = {
    rows,
    arrived,
    receipts,
    wakes,
    sends: 0,
    allowed: true,
    locked: false,
    now: 1_000,
    /** Called at each step with its name; throwing there is the worker's death. */
    step: (_name: string): void => undefined,
    failure: undefined as KeyferryError | undefined,
  };
  const route: Route = {
    origin: 'https://destination.test/*',
    async deliver({ operationId }, key) {
      const value = await key();
      world.step('before the request');
      if (world.failure) throw world.failure;
      world.sends += 1;
      arrived.set(operationId, value);
      world.step('after the request');
      return 'sent';
    },
    confirm: ({ operationId }) =>
      Promise.resolve(
        arrived.has(operationId)
          ? { reference: 'there', version: operationId, at: world.now, proof: 'metadata' }
          : 'absent',
      ),
  };
  let ids = 0;
  const deps: OutboxDeps = {
    rows: {
      all: () => Promise.resolve([...rows.values()]),
      get: (id) => Promise.resolve(rows.get(id)),
      put(row) {
        world.step(`before ${row.state} is committed`);
        rows.set(row.id, row);
        world.step(`after ${row.state} is committed`);
        return Promise.resolve();
      },
    },
    routeTo: () => Promise.resolve(route),
    reveal: () =>
      world.locked
        ? Promise.reject(new KeyferryError('vault_locked'))
        : Promise.resolve(fakeKey('admin') as ApiKey),
    isAllowed: () => Promise.resolve(world.allowed),
    keepReceipt(id, receipt) {
      receipts.set(id, receipt);
      return Promise.resolve();
    },
    changed: () => Promise.resolve(),
    wakeAt: (time) => wakes.push(time),
    now: () => world.now,
    newId: () => `id-${(ids += 1)}`,
  };
  return { world, deps };
}

/** Lets everything that was started come to its end. */
const settle = () => new Promise((done) => setImmediate(done));

function onlyRow(rows: ReadonlyMap<string, Delivery>): Delivery {
  const [row, ...more] = rows.values();
  if (!row || more.length > 0) throw new Error('There is not just one row.');
  return row;
}

test('a delivery is sent, read back and confirmed, with its receipt', async () => {
  const { world, deps } = createWorld();
  const id = await createOutbox(deps).send('item', 'aws');
  await settle();
  expect(onlyRow(world.rows)).toMatchObject({ id, state: 'confirmed', proof: 'metadata' });
  expect(world.receipts.get(id)).toMatchObject({ reference: 'there' });
});

test('the row is committed before the request is made', async () => {
  const { world, deps } = createWorld();
  const seen: string[] = [];
  world.step = (name) => {
    if (name === 'before the request') seen.push(onlyRow(world.rows).state);
  };
  await createOutbox(deps).send('item', 'aws');
  await settle();
  expect(seen).toEqual(['sending']);
});

describe('a worker that dies', () => {
  const points = [
    'after queued is committed',
    'before sending is committed',
    'after sending is committed',
    'before the request',
    'after the request',
    'before sent is committed',
    'after sent is committed',
    'before confirming is committed',
    'after confirming is committed',
    'before confirmed is committed',
  ];
  test.each(points)('%s loses nothing and delivers once', async (point) => {
    const { world, deps } = createWorld();
    let dead = false;
    world.step = (name) => {
      if (name === point) dead = true;
      // The dead worker does nothing more, at this step or any after it.
      if (dead) throw new Error('The worker is dead.');
    };
    await createOutbox(deps)
      .send('item', 'aws')
      .catch(() => undefined);
    await settle();
    expect(dead).toBe(true);

    world.step = () => undefined;
    const next = createOutbox(deps);
    await next.drain();
    await settle();
    expect(onlyRow(world.rows)).toMatchObject({ state: 'confirmed' });
    expect(world.arrived.size).toBe(1);
    expect(world.sends).toBe(1);
  });
});

test('a locked vault makes it wait, and the unlock lets it go on', async () => {
  const { world, deps } = createWorld();
  world.locked = true;
  const outbox = createOutbox(deps);
  await outbox.send('item', 'aws');
  await settle();
  expect(onlyRow(world.rows)).toMatchObject({ state: 'waiting', reason: 'vault_locked' });
  world.locked = false;
  await outbox.drain();
  await settle();
  expect(onlyRow(world.rows).state).toBe('confirmed');
});

test('without access it waits, and nothing is sent, until the browser allows it', async () => {
  const { world, deps } = createWorld();
  world.allowed = false;
  const outbox = createOutbox(deps);
  await outbox.send('item', 'aws');
  await settle();
  expect(onlyRow(world.rows)).toMatchObject({ state: 'waiting', reason: 'permission_needed' });
  expect(world.sends).toBe(0);
  world.allowed = true;
  await outbox.drain();
  await settle();
  expect(onlyRow(world.rows).state).toBe('confirmed');
});

test('a failure that passes is tried again later and later; others end with their reason', async () => {
  const { world, deps } = createWorld();
  world.failure = new KeyferryError('unreachable');
  const outbox = createOutbox(deps);
  const id = await outbox.send('item', 'aws');
  await settle();
  const first = onlyRow(world.rows).retryAt ?? 0;
  world.now = first;
  await outbox.drain();
  await settle();
  const second = onlyRow(world.rows).retryAt ?? 0;
  expect(second - world.now).toBeGreaterThan(first - 1_000);
  expect(world.wakes).toEqual([first, second]);

  world.failure = new KeyferryError('destination_credentials');
  await outbox.retry(id);
  await settle();
  expect(onlyRow(world.rows)).toMatchObject({ state: 'failed', reason: 'destination_credentials' });
});

test('Try again after the key had arrived finds it there, and sends nothing', async () => {
  const { world, deps } = createWorld();
  const outbox = createOutbox(deps);
  const id = await outbox.send('item', 'aws');
  await settle();
  world.rows.set(id, { ...onlyRow(world.rows), state: 'failed', reason: 'destination_refused' });
  await outbox.retry(id);
  await settle();
  expect(onlyRow(world.rows).state).toBe('confirmed');
  expect(world.sends).toBe(1);
});

test('two presses of Send at once are one delivery', async () => {
  const { world, deps } = createWorld();
  const outbox = createOutbox(deps);
  const ids = await Promise.all([outbox.send('item', 'aws'), outbox.send('item', 'aws')]);
  await settle();
  expect(new Set(ids).size).toBe(1);
  expect(world.sends).toBe(1);
});
