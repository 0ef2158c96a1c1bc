import { describe, expect, test } from 'vitest';
import { createOutbox } from '@/lib/delivery/outbox';
import { KeyferryError, type ErrorCode } from '@/lib/domain/errors';
import { createWorld, keyOf, onlyRow, settle } from './world';

test('A delivery is sent, read back and confirmed, with its receipt.', async () => {
  const { world, deps } = createWorld();
  const id = await createOutbox(deps).send('item', 'aws');
  await settle();
  expect(onlyRow(world.rows)).toMatchObject({ id, state: 'confirmed', proof: 'metadata' });
  expect(world.receipts.get(id)).toMatchObject({ reference: 'there' });
  expect([...world.arrived.values()]).toEqual([keyOf()]);
  expect(JSON.stringify([...world.rows.values()])).not.toContain(keyOf());
});

test('Each state is committed before its act, and “confirmed” together with its receipt.', async () => {
  const { world, deps } = createWorld();
  const seen: string[] = [];
  world.step = (name) => {
    if (name === 'before the request') seen.push(onlyRow(world.rows).state);
    if (name === 'after confirmed is committed') seen.push(`${world.receipts.size} receipt`);
  };
  await createOutbox(deps).send('item', 'aws');
  await settle();
  expect(seen).toEqual(['sending', '1 receipt']);
});

test('A destination that accepts a key and then has none is asked again later.', async () => {
  const { world, deps } = createWorld();
  world.step = (name) => {
    if (name === 'after the request') world.arrived.clear();
  };
  await createOutbox(deps).send('item', 'aws');
  await settle();
  const waits = { state: 'waiting', reason: 'destination_unavailable' };
  expect(onlyRow(world.rows)).toMatchObject(waits);
});

describe('What waits for the person waits without end, and then goes on', () => {
  test('while the vault is locked.', async () => {
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

  test('while the browser does not allow the host; nothing asks it before.', async () => {
    const { world, deps } = createWorld();
    world.allowed = false;
    const outbox = createOutbox(deps);
    await outbox.send('item', 'aws');
    await settle();
    expect(onlyRow(world.rows)).toMatchObject({ state: 'waiting', reason: 'permission_needed' });
    expect(world.asked).toEqual([]);
    world.allowed = true;
    await outbox.drain();
    await settle();
    expect(onlyRow(world.rows).state).toBe('confirmed');
  });

  test('Access that is taken away in the middle is told from a network that fails.', async () => {
    const { world, deps } = createWorld();
    world.cutOff = true;
    world.step = (name) => {
      if (name === 'before the request') world.allowed = false;
    };
    const outbox = createOutbox(deps);
    await outbox.send('item', 'aws');
    await settle();
    expect(onlyRow(world.rows)).toMatchObject({ state: 'waiting', reason: 'permission_needed' });
    Object.assign(world, { allowed: true, cutOff: false, step: () => undefined });
    await outbox.drain();
    await settle();
    expect(onlyRow(world.rows).state).toBe('confirmed');
  });
});

describe('A failure that passes', () => {
  test.each<ErrorCode>(['unreachable', 'timed_out', 'rate_limited', 'destination_unavailable'])(
    'is tried again by itself: %s.',
    async (code) => {
      const { world, deps } = createWorld();
      world.failure = new KeyferryError(code);
      const outbox = createOutbox(deps);
      await outbox.send('item', 'aws');
      await settle();
      const { state, reason, retryAt = 0 } = onlyRow(world.rows);
      expect([state, reason]).toEqual(['waiting', code]);
      expect(world.wakes.at(-1)).toBe(retryAt);

      world.failure = undefined;
      world.now = retryAt - 1;
      await outbox.drain();
      await settle();
      expect(onlyRow(world.rows).state).toBe('waiting');
      world.now = retryAt;
      await outbox.drain();
      await settle();
      expect(onlyRow(world.rows).state).toBe('confirmed');
    },
  );

  test('is tried later each time, five minutes at the longest, also where nobody answers at all.', async () => {
    const { world, deps } = createWorld();
    world.cutOff = true;
    const outbox = createOutbox(deps);
    await outbox.send('item', 'aws');
    await settle();
    const waits: number[] = [];
    for (let tries = 0; tries < 10; tries += 1) {
      const { retryAt = 0 } = onlyRow(world.rows);
      waits.push((retryAt - world.now) / 1_000);
      world.now = retryAt;
      await outbox.drain();
      await settle();
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  });
});

describe('Any other failure ends it', () => {
  test.each<[string, Error, ErrorCode]>([
    ['its own reason', new KeyferryError('destination_credentials'), 'destination_credentials'],
    ['no word of an unknown error', new Error(`for ${keyOf()}`), 'internal'],
  ])('with %s.', async (_title, failure, reason) => {
    const { world, deps } = createWorld();
    world.failure = failure;
    const outbox = createOutbox(deps);
    await outbox.send('item', 'aws');
    await settle();
    await outbox.drain();
    await settle();
    expect(onlyRow(world.rows)).toMatchObject({ state: 'failed', reason, attempt: 1 });
    expect(JSON.stringify(onlyRow(world.rows))).not.toContain(keyOf());
  });
});

test('Try again after the key had arrived finds it there, and sends nothing.', async () => {
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
