import { describe, expect, test } from 'vitest';
import {
  advance,
  type Delivery,
  type DeliveryEvent,
  type DeliveryState,
} from '@/lib/domain/delivery';

const row = (state: DeliveryState): Delivery => ({
  id: 'd',
  itemId: 'i',
  destinationId: 'x',
  operationId: 'o',
  state,
  attempt: 0,
  createdAt: 1,
  updatedAt: 1,
});

describe('advance', () => {
  test('a delivery goes from queued to confirmed by its own events', () => {
    const events: DeliveryEvent[] = [
      { type: 'started' },
      { type: 'accepted' },
      { type: 'confirming' },
      { type: 'confirmed', proof: 'metadata' },
    ];
    const states = events.reduce<Delivery[]>(
      (rows, event) => [...rows, advance(rows.at(-1) ?? row('queued'), event, 2)],
      [],
    );
    expect(states.map(({ state }) => state)).toEqual([
      'sending',
      'sent',
      'confirming',
      'confirmed',
    ]);
    expect(states.at(-1)).toMatchObject({ attempt: 1, proof: 'metadata' });
  });

  test.each<DeliveryEvent>([
    { type: 'started' },
    { type: 'accepted' },
    { type: 'confirming' },
    { type: 'must-wait', reason: 'timed_out' },
    { type: 'failed', reason: 'timed_out' },
    { type: 'retried' },
  ])('a late $type never undoes a confirmed delivery', (event) => {
    const confirmed = row('confirmed');
    expect(advance(confirmed, event, 2)).toBe(confirmed);
  });

  test('the operation id never changes, so that a repeated send is the same send', () => {
    const again = advance(advance(row('failed'), { type: 'retried' }, 2), { type: 'started' }, 3);
    expect(again).toMatchObject({ operationId: 'o', state: 'sending' });
  });

  test('a new start forgets the reason for the last wait', () => {
    const waiting = advance(
      row('queued'),
      { type: 'must-wait', reason: 'unreachable', retryAt: 9 },
      2,
    );
    expect(waiting).toMatchObject({ reason: 'unreachable', retryAt: 9 });
    expect(advance(waiting, { type: 'started' }, 3)).not.toHaveProperty('reason');
  });
});
