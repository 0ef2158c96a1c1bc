import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { KeyJob } from '@/lib/destinations/destination';
import type { KeyferryError } from '@/lib/domain/errors';
import { playing, type Place } from '../../contract/places/place';
import { fakeApiKey } from '../fake-api-key';
import { acmeSecrets } from './acme-secrets';

type Settings = Parameters<typeof acmeSecrets.origins>[0];

/** Acme's API, as its description would have it: with what its owner sees, and somebody else who writes. */
function playAcme(): Place<Settings> {
  const settings = { address: 'https://acme.example', name: 'openai-key', token: 'FAKE-token' };
  let entry: { revision: string; note: string; value: string } | undefined;
  let writes = 0;
  const write = (value: string, note: string) => {
    writes += 1;
    entry = { revision: String(writes), note, value };
  };
  return {
    adapter: acmeSecrets,
    settings,
    strange: { ...settings, token: 'FAKE-other' },
    fetch: playing(({ method, headers, body }) => {
      if (headers.get('authorization') !== `Bearer ${settings.token}`) return { status: 401 };
      if (method === 'PUT') {
        const { value, note, after } = body as { value: string; note: string; after: unknown };
        if (after !== (entry?.revision ?? null)) return { status: 409 };
        write(value, note);
      }
      if (!entry) return { status: 404 };
      return { status: 200, body: { revision: entry.revision, note: entry.note } };
    }),
    read: () => Promise.resolve(entry?.value),
    writes: () => writes,
    intrude: (value) => Promise.resolve(write(value, 'by hand')),
    violations: [],
  };
}

const key = fakeApiKey('proj', 'example');
const ioOf = ({ fetch }: Place<Settings>) => ({ fetch, now: () => 1_000 });
const jobAt = ({ settings }: Place<Settings>): KeyJob<Settings> => ({
  operationId: randomUUID(),
  settings,
  labels: {},
  queuedAt: 1_000,
  before: [],
  since: [],
  key: () => Promise.resolve(key),
});
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was thrown',
    (error: KeyferryError) => error.code,
  );

test('every byte of the key arrives, and the receipt says how far that is proved', async () => {
  const place = playAcme();
  const job = jobAt(place);
  expect(await acmeSecrets.plan(job, ioOf(place))).toEqual({ action: 'create' });
  const written = await acmeSecrets.deliver(job, ioOf(place));
  expect(await place.read()).toBe(key);
  expect(await acmeSecrets.confirm({ ...job, written: written ?? '' }, ioOf(place))).toEqual({
    reference: 'acme.example › openai-key',
    version: '1',
    at: 1_000,
    proof: 'metadata',
  });
});

test('a repeated try is the same write', async () => {
  const place = playAcme();
  const job = jobAt(place);
  const first = await acmeSecrets.deliver(job, ioOf(place));
  expect(await acmeSecrets.deliver({ ...job, isRetry: true }, ioOf(place))).toBe(first);
  expect(place.writes()).toBe(1);
});

test('what others wrote stays, unless the person says otherwise', async () => {
  const place = playAcme();
  await place.intrude?.('somebody’s');
  const job = jobAt(place);
  expect(await acmeSecrets.plan(job, ioOf(place))).toEqual({ action: 'conflict' });
  expect(await codeOf(acmeSecrets.deliver(job, ioOf(place)))).toBe('destination_conflict');
  expect(await place.read()).toBe('somebody’s');
  await acmeSecrets.deliver({ ...job, overwrite: true }, ioOf(place));
  expect(await place.read()).toBe(key);
});

test('a try that comes late puts no older key over a newer one', async () => {
  const place = playAcme();
  const newer = (await acmeSecrets.deliver(jobAt(place), ioOf(place))) ?? '';
  const late = { ...jobAt(place), since: [newer] };
  expect(await codeOf(acmeSecrets.deliver(late, ioOf(place)))).toBe('destination_changed');
  expect(place.writes()).toBe(1);
});

test('wrong credentials and a key that is gone have each their own code', async () => {
  const place = playAcme();
  const job = jobAt(place);
  expect(await codeOf(acmeSecrets.test(place.strange, ioOf(place)))).toBe(
    'destination_credentials',
  );
  expect(await acmeSecrets.confirm(job, ioOf(place))).toBe('absent');
  const done = { ...job, written: (await acmeSecrets.deliver(job, ioOf(place))) ?? '' };
  await place.intrude?.('somebody’s');
  expect(await codeOf(acmeSecrets.confirm(done, ioOf(place)))).toBe('destination_changed');
});
