import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { adapterRoute } from '@/lib/delivery/adapter-route';
import { createOutbox, type OutboxDeps } from '@/lib/delivery/outbox';
import { isFinished, type Delivery } from '@/lib/domain/delivery';
import type { NoteRow } from '@/lib/vault/rows';
import { fakeApiKey } from '../unit/fake-api-key.ts';
import type { Play } from './places/all.ts';
import type { Place } from './places/place.ts';

const KEY = fakeApiKey('proj');
/** From one worker to the next; a receiver believes messages of the last five. */
const MINUTE = 60_000;
const START = Date.now();

/** What somebody counted of workers that died. */
export interface Deaths {
  /** At how many acts a first worker died. */
  readonly acts: number;
  readonly lost: number;
  readonly wrong: number;
  /** Deliveries that wrote more than once where the destination lets that be told. */
  readonly doubled: number;
}

/** Counts what a worker does, and ends it at one of its acts: it does nothing more after that. */
function mortal(dieAt: number) {
  let acts = 0;
  let dead = false;
  return {
    act(): void {
      if (acts++ === dieAt) dead = true;
      if (dead) throw new Error('The worker is dead.');
    },
    isDead: () => dead,
  };
}

const noteOf = (id: string): NoteRow => ({ id, v: 1, sealed: {} as never });

/** A worker on rows and at a destination that outlive it. */
function worker(place: Place<never>, rows: Map<string, Delivery>, act: () => void, now: number) {
  // The places live at the same time.
  vi.setSystemTime(now);
  const io = {
    now: () => now,
    async fetch(url: string, init: RequestInit) {
      act();
      const answer = await place.fetch(url, init);
      act();
      return answer;
    },
  };
  const { adapter, settings } = place;
  const bound = { adapter, settings, labels: { product: 'DoiT' }, written: [] };
  const commit = async (row: Delivery) => {
    act();
    rows.set(row.id, row);
    await Promise.resolve();
    act();
  };
  const deps: OutboxDeps = {
    rows: {
      of: (itemId) =>
        Promise.resolve({ rows: [...rows.values()].filter((row) => row.itemId === itemId) }),
      unfinished: () => Promise.resolve([...rows.values()].filter((row) => !isFinished(row))),
      get: (id) => Promise.resolve(rows.get(id)),
      put: commit,
      async change(id, next) {
        const before = rows.get(id);
        if (!before) throw new Error('There is no such row.');
        const after = next(before);
        if (after !== before) await commit(after);
        return { before, after };
      },
    },
    sealNames: (id) => Promise.resolve(noteOf(id)),
    routeTo: () => Promise.resolve(adapterRoute(bound, io, () => Promise.resolve())),
    reveal: () => Promise.resolve(KEY),
    isAllowed: () => Promise.resolve(true),
    sealReceipt: (id) => Promise.resolve(noteOf(id)),
    changed: () => Promise.resolve(),
    wakeAt: () => undefined,
    now: () => now,
    newId: randomUUID,
    random: () => 0,
  };
  return createOutbox(deps);
}

/** Waits until something is so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((done) => setImmediate(done));
}

/** Whether every row came to an end, or waits for a better moment. */
const rests = (rows: Map<string, Delivery>) =>
  rows.size > 0 && [...rows.values()].every((row) => isFinished(row) || row.state === 'waiting');

/**
 * Has a worker die at each of its acts, one delivery each, and others go on with its rows; each of
 * them is a minute later, when every wait is over.
 * @param dieAgain at which act the second worker dies too; it lives without
 */
export async function dieAtEveryAct(play: Play, dieAgain?: () => number): Promise<Deaths> {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    return await count(play, dieAgain);
  } finally {
    vi.useRealTimers();
  }
}

async function count(play: Play, dieAgain?: () => number): Promise<Deaths> {
  const counted = { acts: 0, lost: 0, wrong: 0, doubled: 0 };
  for (let dieAt = 0; ; dieAt += 1) {
    const place = await play();
    const begin = START;
    const rows = new Map<string, Delivery>();
    const first = mortal(dieAt);
    await worker(place, rows, first.act, begin)
      .send('item', 'there')
      .catch(() => undefined);
    await until(() => first.isDead() || rests(rows));
    if (!first.isDead()) return { ...counted, acts: dieAt };
    const second = mortal(dieAgain?.() ?? Infinity);
    await worker(place, rows, second.act, begin + MINUTE)
      .drain()
      .catch(() => undefined);
    await until(() => second.isDead() || rows.size === 0 || rests(rows));
    for (let minute = 2; minute < 5; minute += 1) {
      await worker(place, rows, () => undefined, begin + minute * MINUTE).drain();
      await until(() => rows.size === 0 || rests(rows));
    }
    const [row] = rows.values();
    const value = await place.read();
    // Only a row that was never committed is not there: then nothing was promised either.
    if (!row ? place.writes() > 0 : row.state !== 'confirmed') counted.lost += 1;
    if (row && value !== KEY) counted.wrong += 1;
    if (place.adapter.idempotency !== 'B' && place.writes() > 1) counted.doubled += 1;
    await place.close?.();
  }
}
