import type { ProvingDeps } from '@/lib/delivery/proving';
import { KeyferryError } from '@/lib/domain/errors';
import type { Cause, Drifts, VerificationResult, VerificationRow } from '@/lib/domain/verification';
import { keyOf } from './world';

/** What outlives a worker: rows, results and the alarm. OpenAI answers as it is told. */
export function createProvingWorld() {
  const world = {
    rows: new Map<string, VerificationRow>(),
    kept: [] as VerificationResult[],
    wakes: [] as number[],
    asked: 0,
    locked: false,
    now: 1_000,
    answer: (): Promise<VerificationResult> => Promise.resolve({ outcome: 'verified' }),
    put: (): void => undefined,
    changed: (): void => undefined,
    /** Whether a place holds something else than was known. */
    drifted: false,
    /** What was told to have broken. */
    broken: [] as Cause[],
  };
  const deps: ProvingDeps = {
    rows: {
      unfinished: () =>
        Promise.resolve([...world.rows.values()].filter(({ state }) => state !== 'done')),
      get: (id) => Promise.resolve(world.rows.get(id)),
      async put(row, note) {
        world.put();
        if (note) world.kept.push(note.sealed as never);
        world.rows.set(row.itemId, row);
      },
    },
    reveal: () =>
      world.locked ? Promise.reject(new KeyferryError('vault_locked')) : Promise.resolve(keyOf()),
    verify() {
      world.asked += 1;
      return world.answer();
    },
    sealResult: (id, result) => Promise.resolve({ id, v: 1, sealed: result as never }),
    async changed() {
      world.changed();
    },
    lookAtPlaces: () =>
      Promise.resolve<Drifts>(world.drifted ? { one: { what: 'changed', at: world.now } } : {}),
    async broke(cause) {
      world.broken.push(cause);
    },
    wakeAt: (time) => world.wakes.push(time),
    now: () => world.now,
  };
  return { world, deps, row: () => world.rows.get('item') };
}
