import { expect, test } from 'vitest';
import { createOutbox } from '@/lib/delivery/outbox';
import type { Delivery } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import { createWorld, onlyRow, settle } from './world';

test('Two presses of Send at once are one delivery.', async () => {
  const { world, deps } = createWorld();
  const outbox = createOutbox(deps);
  const ids = await Promise.all([outbox.send('item', 'aws'), outbox.send('item', 'aws')]);
  await settle();
  expect(new Set(ids).size).toBe(1);
  expect(world.sends).toBe(1);
});

test('Send for a delivery that waits is that delivery, tried at once.', async () => {
  const { world, deps } = createWorld();
  world.failure = new KeyferryError('unreachable');
  const outbox = createOutbox(deps);
  const id = await outbox.send('item', 'aws');
  await settle();
  world.failure = undefined;
  expect(await outbox.send('item', 'aws')).toBe(id);
  await settle();
  expect(onlyRow(world.rows).state).toBe('confirmed');
});

test('Another destination, or a key that arrived before, is a delivery of its own.', async () => {
  const { world, deps } = createWorld();
  const outbox = createOutbox(deps);
  const ids = [await outbox.send('item', 'aws'), await outbox.send('item', 'other')];
  await settle();
  ids.push(await outbox.send('item', 'aws'));
  await settle();
  expect(new Set(ids).size).toBe(3);
  expect(new Set([...world.rows.values()].map((row) => row.operationId)).size).toBe(3);
});

test('A press of Send while it runs never puts an older row back.', async () => {
  const { world, deps } = createWorld();
  const outbox = createOutbox(deps);
  const states: string[] = [];
  let pressed: Promise<string> | undefined;
  world.step = (name) => {
    states.push(name);
    if (name === 'after the request') pressed = outbox.send('item', 'aws');
  };
  const id = await outbox.send('item', 'aws');
  await settle();
  expect(await pressed).toBe(id);
  const committed = states.filter((name) => name.startsWith('after') && name.endsWith('committed'));
  expect(committed).toEqual(
    ['queued', 'sending', 'sending', 'confirming', 'confirmed'].map(
      (state) => `after ${state} is committed`,
    ),
  );
});

test('A tab that closes in the moment of the confirmation does not undo it.', async () => {
  const { world, deps } = createWorld();
  const outbox = createOutbox(deps);
  const row: Delivery = {
    id: 'd',
    itemId: 'item',
    destinationId: 'portal:doit',
    operationId: 'o',
    state: 'confirming',
    attempt: 1,
    createdAt: 1,
    updatedAt: 1,
  };
  world.rows.set('d', row);
  await Promise.all([
    outbox.apply('d', { type: 'confirmed', proof: 'tested' }),
    outbox.apply('d', { type: 'must-wait', reason: 'page_closed' }),
  ]);
  expect(onlyRow(world.rows).state).toBe('confirmed');
});

test('What was finished while the browser was asked for access is not sent.', async () => {
  const { world, deps } = createWorld();
  const outbox = createOutbox({
    ...deps,
    async isAllowed() {
      await outbox.apply('id-1', { type: 'failed', reason: 'product_test_failed' });
      return true;
    },
  });
  await outbox.send('item', 'aws');
  await settle();
  expect(onlyRow(world.rows).state).toBe('failed');
  expect(world.asked).toEqual([]);
});
