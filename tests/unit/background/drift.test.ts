import { beforeEach, expect, test } from 'vitest';
import { createDrift } from '@/lib/background/drift';
import type { Route } from '@/lib/delivery/route';
import type { Delivery, ProofLevel, Receipt } from '@/lib/domain/delivery';
import { KeyferryError, type ErrorCode } from '@/lib/domain/errors';
import { keyOf } from '../delivery/world';

const NOW = 5_000;
const HERE: Receipt = { reference: 'Vault › a', at: 1, proof: 'metadata' };
let world: ReturnType<typeof makeWorld>;

/** Deliveries of two keys to two places, and what each place says when it is asked. */
function makeWorld() {
  const around = {
    rows: [] as Delivery[],
    receipts: new Map<string, Receipt>(),
    says: new Map<string, Receipt | 'absent' | ErrorCode>(),
    asked: [] as string[],
    allowed: true,
    isForm: false,
  };
  const drift = createDrift({
    rows: {
      of: (id) => Promise.resolve({ rows: around.rows.filter(({ itemId }) => itemId === id) }),
      to: (id) => Promise.resolve(around.rows.filter(({ destinationId }) => destinationId === id)),
    },
    async routeTo({ id, destinationId }): Promise<Route> {
      if (destinationId === 'removed') throw new KeyferryError('unknown_destination');
      return {
        origins: ['https://vault.example/*'],
        ...(around.isForm ? {} : { plan: () => Promise.resolve({ action: 'nothing' }) }),
        deliver: () => Promise.reject(new Error('Nothing may be written.')),
        async confirm(_row, { key }) {
          around.asked.push(id);
          await key();
          const said = around.says.get(id) ?? HERE;
          if (typeof said !== 'string' || said === 'absent') return said;
          throw new KeyferryError(said);
        },
      };
    },
    isAllowed: () => Promise.resolve(around.allowed),
    receiptOf: (id) => Promise.resolve(around.receipts.get(id)),
    reveal: () => Promise.resolve(keyOf()),
    now: () => NOW,
  });
  return { around, drift };
}

function deliver(id: string, more: Partial<Delivery> = {}): void {
  const times = { createdAt: world.around.rows.length, updatedAt: 0 };
  const ids = { id, itemId: 'key', destinationId: 'vault', operationId: id };
  world.around.rows.push({
    ...ids,
    ...times,
    state: 'confirmed',
    attempt: 1,
    written: '1',
    ...more,
  });
  world.around.receipts.set(id, HERE);
}

beforeEach(() => {
  world = makeWorld();
});

test.each<[string, Receipt | 'absent' | ErrorCode, string | undefined]>([
  ['it is there', HERE, undefined],
  ['somebody wrote over it', 'destination_changed', 'changed'],
  ['somebody else’s is in its place', 'destination_conflict', 'changed'],
  ['it was deleted', 'absent', 'gone'],
  ['the place is gone', 'destination_missing', 'gone'],
  ['it can’t be reached', 'unreachable', undefined],
  ['it refuses our account', 'destination_credentials', undefined],
])('When %s.', async (_when, said, what) => {
  deliver('one');
  world.around.says.set('one', said);
  const drifts = await world.drift.look('key', {});
  expect(drifts).toEqual(what ? { one: { what, at: NOW } } : {});
});

test('What was found before keeps its time, and stays while nobody can be asked.', async () => {
  deliver('one');
  const before = { one: { what: 'changed', at: 7 } } as const;
  for (const said of ['destination_changed', 'unreachable'] as const) {
    world.around.says.set('one', said);
    expect(await world.drift.look('key', before)).toEqual(before);
  }
  world.around.says.delete('one');
  expect(await world.drift.look('key', before)).toEqual({});
});

test('What Keyferry itself replaced with a later key is no drift.', async () => {
  deliver('old');
  deliver('new', { itemId: 'another' });
  world.around.says.set('old', 'destination_changed');
  expect(await world.drift.look('key', {})).toEqual({});
  expect(world.around.asked).toEqual([]);
});

test('A later key of ours in another secret there replaced nothing.', async () => {
  deliver('old');
  deliver('new', { itemId: 'another' });
  world.around.receipts.set('new', { ...HERE, reference: 'Vault › b' });
  world.around.says.set('old', 'destination_changed');
  expect(Object.keys(await world.drift.look('key', {}))).toEqual(['old']);
});

test('Forms, files, places without access, and what never arrived or was taken back are not asked.', async () => {
  deliver('one');
  world.around.isForm = true;
  await world.drift.look('key', {});
  world.around.isForm = false;
  world.around.allowed = false;
  await world.drift.look('key', {});
  world.around.allowed = true;
  world.around.rows = [];
  deliver('failed', { state: 'failed' });
  deliver('undone', { state: 'undone' });
  deliver('other', { itemId: 'another' });
  deliver('removed', { destinationId: 'removed' });
  expect(await world.drift.look('key', {})).toEqual({});
  expect(world.around.asked).toEqual([]);
});

test.each<[ProofLevel, boolean]>([
  ['value', true],
  ['metadata', false],
])(
  'Without the place’s own name of it, only a compared value can be missed: %s.',
  async (proof, isGone) => {
    deliver('one', { proof });
    world.around.rows = world.around.rows.map(({ written: _written, ...row }) => row);
    world.around.says.set('one', 'absent');
    expect('one' in (await world.drift.look('key', {}))).toBe(isGone);
  },
);
