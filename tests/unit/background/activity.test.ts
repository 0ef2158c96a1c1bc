import { beforeEach, describe, expect, test } from 'vitest';
import { createOutbox } from '@/lib/delivery/outbox';
import { createProving } from '@/lib/delivery/proving';
import type { VerificationResult } from '@/lib/domain/verification';
import { KeyferryError } from '@/lib/domain/errors';
import { doit } from '@/lib/recipes/doit';
import { createWorld } from '../delivery/world';
import { PASSPHRASE } from '../vault/harness';
import { watchedWorld } from './activity-world';
import { apiKey } from './recovery-world';

const AWS = { adapter: 'aws-secrets-manager', label: 'AWS prod', settings: {} };

let world: ReturnType<typeof watchedWorld>;

beforeEach(async () => {
  world = watchedWorld();
  await world.vault.create(PASSPHRASE);
});

/** What was written down since the vault was set up, without the times. */
async function since(): Promise<object[]> {
  return (await world.log()).slice(1).map(({ at: _at, ...entry }) => entry);
}

/** Waits until such an act is the last one. */
async function written(what: RegExp): Promise<void> {
  await expect
    .poll(async () => (await world.log()).at(-1)?.what, { timeout: 30_000 })
    .toMatch(what);
}

describe('every act is written down once', () => {
  test('a vault that is set up, locked, tried and unlocked', async () => {
    await world.vault.lock();
    await world.vault.lock();
    await expect(world.vault.unlock({ passphrase: 'not the passphrase' })).rejects.toThrow();
    await world.vault.unlock({ passphrase: PASSPHRASE });
    await expect(world.vault.reauthenticate({ passphrase: 'no' })).rejects.toThrow();
    expect((await world.log()).map(({ what }) => what)).toEqual([
      'vault_created',
      'locked',
      'unlock_failed',
      'unlocked',
      'unlock_failed',
    ]);
    expect((await world.vault.activity.check()).problems).toEqual([]);
  });

  test('a vault that locked by time, when that is noticed', async () => {
    world.clock.time += 24 * 60 * 60_000;
    await world.vault.lock();
    await world.vault.lock();
    await world.vault.unlock({ passphrase: PASSPHRASE });
    expect((await world.log()).map(({ what }) => what)).toEqual([
      'vault_created',
      'locked',
      'unlocked',
    ]);
  });

  test('a key that is captured while locked, and again', async () => {
    await world.vault.lock();
    const key = apiKey('ONE');
    const { itemId, redacted } = await world.vault.capture(key, { recipeId: 'doit', tabId: 7 });
    await world.vault.capture(key, { recipeId: 'doit', tabId: 7 });
    await world.vault.unlock({ passphrase: PASSPHRASE });
    expect((await since()).slice(1, -1)).toEqual([
      { what: 'captured', itemId, redacted },
      { what: 'guide_finished', itemId, redacted, place: 'DoiT' },
    ]);
  });

  test('a key that is pasted finishes no guide', async () => {
    const { itemId, redacted } = await world.vault.capture(apiKey('ONE'), { recipeId: 'doit' });
    expect(await since()).toEqual([{ what: 'captured', itemId, redacted }]);
  });

  test('a key that is discarded and brought back', async () => {
    const { itemId, redacted } = await world.vault.capture(apiKey('ONE'), {});
    await world.vault.discard(itemId);
    await world.vault.restore(itemId);
    expect((await since()).slice(1)).toEqual([
      { what: 'discarded', itemId, redacted },
      { what: 'restored', itemId, redacted },
    ]);
  });

  test('a destination that is added, changed and removed', async () => {
    await world.vault.putDestination('aws', AWS);
    await world.vault.putDestination('aws', AWS);
    await world.vault.removeDestination('aws');
    expect(await since()).toEqual([
      { what: 'destination_added', place: 'AWS prod' },
      { what: 'destination_removed', place: 'AWS prod' },
    ]);
  });

  test('a recipe that is imported, and none of one’s own', async () => {
    await world.book.add({ recipe: doit, origin: 'own', addedAt: 1 });
    await world.book.add({ recipe: doit, origin: 'imported', addedAt: 1 });
    expect(await since()).toEqual([{ what: 'recipe_imported', place: 'DoiT' }]);
  });

  test('a backup that is saved or restored, and none that failed', async () => {
    const handlers = world.watch({
      'backup/saved': async () => null,
      'backup/restore': () => Promise.reject(new KeyferryError('not_allowed')),
    });
    const sender = { tabId: undefined, rule: 'extension-page' } as const;
    await handlers['backup/saved']({}, sender);
    const contents = {} as Parameters<(typeof handlers)['backup/restore']>[0]['contents'];
    await expect(handlers['backup/restore']({ contents }, sender)).rejects.toThrow();
    expect(await since()).toEqual([{ what: 'backup_saved' }]);
  });
});

async function send(failure?: KeyferryError) {
  await world.vault.putDestination('aws', AWS);
  const { itemId, redacted } = await world.vault.capture(apiKey('ONE'), {});
  const before = (await since()).length;
  const there = createWorld();
  there.world.failure = failure;
  const outbox = createOutbox({ ...there.deps, rows: world.deliveries });
  await outbox.send(itemId, 'aws');
  await written(/^(confirmed|delivery_failed)$/);
  await outbox.drain();
  await world.activity.note({ what: 'locked' });
  const noted = (await since()).slice(before, -1);
  return { noted, about: { itemId, redacted, place: 'AWS prod' } };
}

describe('a delivery', () => {
  test('that arrives is sent and confirmed', async () => {
    const { noted, about } = await send();
    expect(noted).toEqual([
      { what: 'sent', ...about },
      { what: 'confirmed', ...about },
    ]);
  });

  test('that fails says why, by a code', async () => {
    const refusal = new KeyferryError('destination_refused', ['a server’s own words']);
    const { noted, about } = await send(refusal);
    expect(noted).toEqual([{ what: 'delivery_failed', ...about, reason: 'destination_refused' }]);
  });
});

test.each<[VerificationResult]>([
  [{ outcome: 'verified' }],
  [{ outcome: 'rejected', reason: 'deactivated' }],
])('a proof writes down its outcome: %o', async (result) => {
  const { itemId, redacted } = await world.vault.capture(apiKey('ONE'), {});
  const proving = createProving({
    rows: world.verifications,
    reveal: (id) => world.door.reveal(id),
    verify: async () => result,
    sealResult: async (id) => ({ id, v: 1, sealed: {} as never }),
    lookAtPlaces: async () => ({}),
    broke: async () => undefined,
    changed: async () => undefined,
    wakeAt: () => undefined,
    now: () => world.clock.time,
  });
  await proving.start(itemId);
  await written(/^(verified|rejected)$/);
  await world.activity.note({ what: 'locked' });
  const { outcome: what, ...why } = result;
  expect((await since()).slice(1, -1)).toEqual([{ what, itemId, redacted, ...why }]);
});

describe('an act never fails because of the log', () => {
  test('that can’t be written', async () => {
    await world.db.write(['meta'], (tx) => tx.objectStore('meta').put({ v: 9 }, 'activity-head'));
    const { itemId } = await world.vault.capture(apiKey('ONE'), {});
    expect(await world.vault.reveal(itemId)).toBe(apiKey('ONE'));
    await world.vault.lock();
    await world.vault.unlock({ passphrase: PASSPHRASE });
    expect((await world.log()).map(({ what }) => what)).toEqual(['vault_created', 'unlocked']);
    expect((await world.vault.activity.check()).broken?.problems).toHaveLength(1);
  });

  test('that is gone', async () => {
    await world.db.write(['meta'], (tx) => tx.objectStore('meta').delete('activity-head'));
    await expect(world.vault.capture(apiKey('ONE'), {})).resolves.toMatchObject({ known: false });
  });
});
