import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { KeyJob } from '@/lib/destinations/destination';
import type { Io } from '@/lib/http';
import { fakeApiKey } from '../unit/fake-api-key.ts';
import { playGithub } from './places/github.ts';
import type { Place } from './places/place.ts';
import { playNexla } from './places/nexla.ts';
import { playVault2 } from './places/vault.ts';

const NOW = Date.now();
/** Vault's own write of the value. */
const isWrite = (url: string, { method }: RequestInit) =>
  method !== 'GET' && url.includes('/data/');
const conflict = { code: 'destination_conflict' };

function jobAt<S>({ settings }: Place<S>): KeyJob<S> {
  return {
    operationId: randomUUID(),
    settings,
    labels: {},
    queuedAt: NOW,
    before: [],
    since: [],
    key: () => Promise.resolve(fakeApiKey('proj')),
  };
}

/** Lets something happen just before the first request that the test chooses. */
function meanwhile(
  place: Pick<Place, 'fetch'>,
  isNow: (url: string, init: RequestInit) => boolean,
  act: () => unknown,
): Io {
  let isDone = false;
  return {
    now: () => NOW,
    async fetch(url, init) {
      if (!isDone && isNow(url, init)) {
        isDone = true;
        await act();
      }
      return place.fetch(url, init);
    },
  };
}
const ioOf = ({ fetch }: Pick<Place, 'fetch'>): Io => ({ fetch, now: () => NOW });

test('Whoever writes to Vault between our two requests is neither overwritten nor taken for us.', async () => {
  const place = await playVault2();
  const job = jobAt(place);
  const io = meanwhile(place, isWrite, () => place.intrude?.('theirs'));
  await expect(place.adapter.deliver(job, io)).rejects.toMatchObject(conflict);
  expect(await place.adapter.confirm(job, ioOf(place))).toBe('absent');
  expect(await place.adapter.plan(job, ioOf(place))).toMatchObject({ action: 'conflict' });
  expect(await place.read()).toBe('theirs');
});

test('A delivery to Vault that ended half-way leaves the next one its new version.', async () => {
  const place = await playVault2();
  const first = jobAt(place);
  await place.adapter.deliver(first, ioOf(place));
  const dies = meanwhile(place, isWrite, () => Promise.reject(new Error('The worker is dead.')));
  const second = { ...jobAt(place), queuedAt: NOW + 1 };
  await expect(place.adapter.deliver(second, dies)).rejects.toMatchObject({ code: 'unreachable' });
  const third = { ...jobAt(place), queuedAt: NOW + 2 };
  expect(await place.adapter.plan(third, ioOf(place))).toMatchObject({ action: 'new-version' });
});

test('GitHub’s time tells a lost answer of ours from somebody who wrote later.', async () => {
  const place = await playGithub('repository');
  const job = jobAt(place);
  const lost: Io = {
    now: () => NOW,
    async fetch(url, init) {
      const answer = await place.fetch(url, init);
      if (init.method === 'PUT') throw new TypeError('The answer is lost.');
      return answer;
    },
  };
  await expect(place.adapter.deliver(job, lost)).rejects.toMatchObject({ code: 'unreachable' });
  const late = { ...job, isRetry: true };
  const soon = { ...late, sentAt: [NOW] };
  const muchLater = { ...late, sentAt: [NOW - 60_000] };
  expect(await place.adapter.plan(muchLater, ioOf(place))).toMatchObject({ action: 'conflict' });
  expect(await place.adapter.plan(soon, ioOf(place))).toMatchObject({ action: 'overwrite' });
});

test('GitHub’s clock is told by its answer, however wrong ours is.', async () => {
  const place = await playGithub('repository');
  const behind = 3 * 3_600_000;
  const job = { ...jobAt(place), sentAt: [NOW - behind], isRetry: true };
  await place.adapter.deliver(jobAt(place), ioOf(place));
  const io: Io = {
    now: () => NOW - behind + 5_000,
    async fetch(url, init) {
      const answer = await place.fetch(url, init);
      answer.headers.set('date', new Date(NOW + 5_000).toUTCString());
      return answer;
    },
  };
  expect(await place.adapter.plan(job, io)).toMatchObject({ action: 'overwrite' });
});

test('Nexla’s credentials are looked through to the last page before another is made.', async () => {
  const place = await playNexla();
  const job = jobAt(place);
  await place.adapter.deliver(job, ioOf(place));
  for (let others = 0; others < 250; others += 1)
    await place.adapter.deliver(jobAt(place), ioOf(place));
  await place.adapter.deliver({ ...job, isRetry: true }, ioOf(place));
  expect(place.writes()).toBe(251);
});
