import type { OutboxDeps } from '@/lib/delivery/outbox';
import type { Route } from '@/lib/delivery/route';
import type { ApiKey } from '@/lib/domain/api-key';
import { isFinished, type Delivery, type Receipt } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import type { NoteRow } from '@/lib/vault/rows';
import { fakeApiKey } from '../fake-api-key';

/** A fake key, read as the product reads one. */
export function keyOf(mark = ''): ApiKey {
  return fakeApiKey('admin', mark);
}

/** The world that outlives a worker: rows on the disk, and a destination that keeps versions by operation id. */
export function createWorld() {
  const rows = new Map<string, Delivery>();
  const arrived = new Map<string, string>();
  const receipts = new Map<string, Receipt>();
  const wakes: number[] = [];
  const asked: string[] = [];
  const world = {
    rows,
    arrived,
    receipts,
    wakes,
    /** What the destination was asked, in order. */
    asked,
    sends: 0,
    allowed: true,
    locked: false,
    now: 1_000,
    /** Called at each step with its name; throwing there is the worker's death. */
    step: (_name: string): void => undefined,
    /** Why the destination takes nothing. */
    failure: undefined as Error | undefined,
    /** Nobody answers there, not even to say whether a key arrived. */
    cutOff: false,
  };
  const route: Route = {
    origins: ['https://destination.test/*'],
    async deliver({ operationId }, { key }) {
      const value = await key();
      asked.push('deliver');
      world.step('before the request');
      if (world.failure) throw world.failure;
      if (world.cutOff) throw new KeyferryError('unreachable');
      world.sends += 1;
      arrived.set(operationId, value);
      world.step('after the request');
      return {};
    },
    confirm({ operationId }) {
      asked.push('confirm');
      if (world.cutOff) return Promise.reject(new KeyferryError('unreachable'));
      return Promise.resolve(
        arrived.has(operationId)
          ? { reference: 'there', version: operationId, at: world.now, proof: 'metadata' }
          : 'absent',
      );
    },
  };
  let ids = 0;
  const commit = (row: Delivery, note?: NoteRow) => {
    world.step(`before ${row.state} is committed`);
    rows.set(row.id, row);
    if (row.state === 'confirmed' && note) receipts.set(row.id, note.sealed as never);
    world.step(`after ${row.state} is committed`);
  };
  const deps: OutboxDeps = {
    rows: {
      of: (itemId) =>
        Promise.resolve({ rows: [...rows.values()].filter((row) => row.itemId === itemId) }),
      unfinished: () => Promise.resolve([...rows.values()].filter((row) => !isFinished(row))),
      get: (id) => Promise.resolve(rows.get(id)),
      async put(row, note) {
        commit(row, note);
      },
      async change(id, next, note) {
        const before = rows.get(id);
        if (!before) throw new KeyferryError('unknown_item');
        const after = next(before);
        if (after !== before) commit(after, note);
        return { before, after };
      },
    },
    routeTo: () => Promise.resolve(route),
    sealNames: (id) => Promise.resolve({ id, v: 1, sealed: {} as never }),
    random: () => 1,
    reveal: () =>
      world.locked ? Promise.reject(new KeyferryError('vault_locked')) : Promise.resolve(keyOf()),
    isAllowed: () => Promise.resolve(world.allowed),
    sealReceipt: (id, receipt) => Promise.resolve({ id, v: 1, sealed: receipt as never }),
    changed: () => Promise.resolve(),
    wakeAt: (time) => wakes.push(time),
    now: () => world.now,
    newId: () => `id-${(ids += 1)}`,
  };
  return { world, deps };
}

/** Lets everything that was started come to its end. */
export const settle = () => new Promise((done) => setImmediate(done));

/** The one row there is. */
export function onlyRow(rows: ReadonlyMap<string, Delivery>): Delivery {
  const [row, ...more] = rows.values();
  if (!row || more.length > 0) throw new Error('There is not just one row.');
  return row;
}
