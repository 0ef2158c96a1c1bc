import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { adapterRoute } from '@/lib/delivery/adapter-route';
import { createOutbox, type OutboxDeps } from '@/lib/delivery/outbox';
import type { Idempotency } from '@/lib/destinations/destination';
import { readApiKey, type ApiKey } from '@/lib/domain/api-key';
import { isFinished, type Delivery } from '@/lib/domain/delivery';
import { fakeKey } from '../unit/fake-key.ts';
import { playGithub } from './places/github.ts';
import { playNexla } from './places/nexla.ts';
import type { Place } from './places/place.ts';
import { playVault1, playVault2 } from './places/vault.ts';
import { playReceiver } from './places/webhook.ts';

const asAny = <S>(place: Promise<Place<S>>) => place as unknown as Promise<Place<never>>;
const PLACES: readonly (readonly [string, Idempotency, () => Promise<Place<never>>])[] = [
  ['vault-kv, version 2', 'A', () => asAny(playVault2())],
  ['vault-kv, version 1', 'A', () => asAny(playVault1())],
  ['webhook', 'A', () => asAny(playReceiver({ signature: 'pair', echoes: true }))],
  ['github-actions', 'B', () => asAny(playGithub('repository'))],
  ['nexla', 'C', () => asAny(playNexla())],
];

const KEY = keyOf();
/** The day on which the places are played. */
const BEGIN = Date.UTC(2026, 10, 21);

function keyOf(): ApiKey {
  const reading = readApiKey(fakeKey('proj'));
  if (reading.state !== 'key') throw new Error('The fake key has lost its shape.');
  return reading.key;
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

/** A worker on rows and at a destination that outlive it. */
function worker(place: Place<never>, rows: Map<string, Delivery>, act: () => void, now: number) {
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
  const deps: OutboxDeps = {
    rows: {
      all: () => Promise.resolve([...rows.values()]),
      get: (id) => Promise.resolve(rows.get(id)),
      async put(row) {
        act();
        rows.set(row.id, row);
        await Promise.resolve();
        act();
      },
    },
    prepare: () => Promise.resolve(),
    routeTo: () => Promise.resolve(adapterRoute(bound, io, () => Promise.resolve())),
    reveal: () => Promise.resolve(KEY),
    isAllowed: () => Promise.resolve(true),
    keepReceipt: () => Promise.resolve(act()),
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

describe.each(PLACES)('%s', (_title, idempotency, play) => {
  test('a worker that dies at any act loses nothing, and the next one brings the key there once', async () => {
    for (let dieAt = 0; ; dieAt += 1) {
      const place = await play();
      const rows = new Map<string, Delivery>();
      const { act, isDead } = mortal(dieAt);
      await worker(place, rows, act, BEGIN)
        .send('item', 'there')
        .catch(() => undefined);
      await until(() => isDead() || rests(rows));
      if (!isDead()) {
        expect(dieAt).toBeGreaterThan(8);
        break;
      }
      // Each next worker is an hour later, when every wait is over.
      for (let hour = 1; hour < 4; hour += 1) {
        await worker(place, rows, () => undefined, BEGIN + hour * 3_600_000).drain();
        await until(() => rows.size === 0 || rests(rows));
      }
      const [row] = rows.values();
      // Only a row that was never committed is not there: then nothing was promised either.
      if (!row) {
        expect(place.writes()).toBe(0);
        continue;
      }
      expect(row, `death at act ${dieAt}`).toMatchObject({ state: 'confirmed' });
      expect(isFinished(row)).toBe(true);
      expect(await place.read()).toBe(KEY);
      if (idempotency !== 'B') expect(place.writes(), `death at act ${dieAt}`).toBe(1);
    }
  });
});
