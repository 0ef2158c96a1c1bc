import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import type { KeyJob } from '@/lib/destinations/destination';
import { ADAPTERS } from '@/lib/destinations/registry';
import type { ApiKey } from '@/lib/domain/api-key';
import { KeyferryError, type ErrorCode } from '@/lib/domain/errors';
import type { Io } from '@/lib/http';
import { fakeApiKey } from '../unit/fake-api-key.ts';
import { startMoto, type Moto } from './moto.ts';
import { dieAtEveryAct } from './deaths.ts';
import { documentedFaults, FAULTS, stillClock, type Fault } from './faults.ts';
import { placesWith } from './places/all.ts';
import type { Place } from './places/place.ts';
import { hasSpecs } from './places/spec.ts';

const found = await startMoto();
afterAll(() => found?.close());

function moto(): Moto {
  if (!found) throw new Error('moto_server or the AWS command line is not installed.');
  return found;
}

const PLACES = placesWith(moto);
/** A file is sent nowhere: it has a test of its own. */
const APART = ['file'];
/** What is delivered there stands beside what was there, under the same name. */
const BESIDE = ['nexla'];
/** Without a trace of the write, or with one that only the key tells, nothing is taken back. */
const NOT_TAKEN_BACK = [
  'vault-kv, version 1',
  'webhook, a shared secret',
  'webhook, a pair and an echo',
];

function jobAt(
  place: Place<never>,
  value = fakeApiKey('admin', 'first'),
  queuedAt = 1_000,
): KeyJob<never> {
  return {
    operationId: randomUUID(),
    settings: place.settings,
    labels: { product: 'DoiT', expires: '2027-01-31' },
    queuedAt,
    before: [],
    since: [],
    key: () => Promise.resolve(value),
  };
}
const ioOf = (place: Place<never>): Io => ({ fetch: place.fetch, now: () => Date.now() });

/** The whole way, as the outbox goes it. */
async function carry(place: Place<never>, job: KeyJob<never>) {
  const io = ioOf(place);
  const written = await place.adapter.deliver(job, io);
  const done = { ...job, ...(written === undefined ? {} : { written }) };
  return { done, receipt: await place.adapter.confirm(done, io) };
}

/** As the outbox goes on after a death: it asks first, and sends what did not arrive. */
async function goOn(place: Place<never>, job: KeyJob<never>): Promise<unknown> {
  const late = { ...job, isRetry: true };
  try {
    if ((await place.adapter.confirm(late, ioOf(place))) !== 'absent') return 'arrived';
    await place.adapter.deliver(late, ioOf(place));
    return 'sent';
  } catch (error) {
    return (error as { code: ErrorCode }).code;
  }
}

/** By Standard Webhooks any status of success is a yes, whatever stands beside it. */
const takesAnyAnswer = ({ adapter }: Place<never>) => adapter.id === 'webhook';

/** What lib/README.md says that a fault becomes. */
const BECOMES = documentedFaults();
const ACTS = ['test', 'plan', 'deliver', 'undo'] as const;

/** The destination, with one request of an act gone wrong. */
function failing(place: Place<never>, nth: number, answer: Fault['answer']) {
  let count = 0;
  const fetch: Io['fetch'] = (url, init) =>
    count++ === nth ? Promise.resolve(init).then(answer) : place.fetch(url, init);
  return { fetch, now: () => Date.now(), isReached: () => count > nth };
}

/** @returns why an act did not come to its end */
async function perform(
  place: Place<never>,
  act: (typeof ACTS)[number],
  job: KeyJob<never>,
  io: ReturnType<typeof failing>,
): Promise<unknown> {
  const { adapter, settings } = place;
  try {
    if (act === 'test') await adapter.test(settings, io);
    if (act === 'plan') await adapter.plan(job, io);
    if (act === 'undo') await adapter.undo?.run(job, io);
    if (act !== 'deliver') return undefined;
    const written = await adapter.deliver(job, io);
    const receipt = await adapter.confirm({ ...job, ...(written ? { written } : {}) }, io);
    if (receipt === 'absent') return new KeyferryError('destination_unavailable');
    // Whatever was wrong with an answer: what is said of the key's arrival is right.
    if (!takesAnyAnswer(place)) expect(await place.read()).toBe(await job.key());
    if (io.isReached()) expect(receipt.proof).not.toBe('tested');
    return undefined;
  } catch (error) {
    return error;
  }
}

test('lib/README.md says of every fault what becomes of it.', () => {
  expect(Object.keys(BECOMES)).toEqual(Object.keys(FAULTS));
});

test('Every adapter is registered under its own id, and held to this contract.', () => {
  for (const [id, { id: own }] of Object.entries(ADAPTERS)) expect(own).toBe(id);
  const held = Object.keys(PLACES).map((title) => title.replace(/,.*$/, ''));
  expect([...new Set([...held, ...APART])].toSorted()).toEqual(Object.keys(ADAPTERS).toSorted());
});

const noMoto = !found && process.env['CI'] !== 'true';
const playable = Object.entries(PLACES).filter(([title]) => !(noMoto && title.startsWith('aws-')));

if (noMoto) {
  test.skip(
    'AWS is held to this contract (not run: moto_server or the AWS command line is missing)',
  );
}

describe.each(playable)('%s', (title, play) => {
  test('takes a key with every byte, and its receipt names the place and not the key', async () => {
    const place = await play();
    const { adapter, settings } = place;
    const job = jobAt(place);
    expect(adapter.origins(settings).every((each) => /^https:\/\/[^/]+\/\*$/.test(each))).toBe(
      true,
    );
    const { endsAt } = await adapter.test(settings, ioOf(place));
    // AWS, Nexla and a receiver say nothing of when what we use ends.
    const saysEnd = /^(vault-kv|github-actions)$/.test(adapter.id);
    expect(Math.floor((endsAt ?? 0) / 1000)).toBe(saysEnd ? Date.UTC(2027, 0, 1) / 1000 - 1 : 0);
    expect(await adapter.plan(job, ioOf(place))).toEqual({ action: 'create' });
    expect(await adapter.confirm(job, ioOf(place))).toBe('absent');
    const { receipt } = await carry(place, job);
    expect(await place.read()).toBe(await job.key());
    expect(receipt).toMatchObject({ reference: expect.stringMatching(/openai/i) });
    expect(JSON.stringify(receipt)).not.toContain(await job.key());
  });

  test('keeps what a person can type into a key: no byte is lost, added or escaped', async () => {
    for (const odd of ['sk-a_-Z09', `sk-${'x'.repeat(300)}`, 'sk-"quoted"\\back$%&/é']) {
      const place = await play();
      await carry(place, jobAt(place, odd as unknown as ApiKey));
      expect(await place.read()).toBe(odd);
    }
  });

  test('the same operation twice leaves the same key, and is recognised', async () => {
    const place = await play();
    const job = jobAt(place);
    const { done } = await carry(place, job);
    const { receipt } = await carry(place, { ...done, isRetry: true });
    expect(receipt).toMatchObject({ reference: expect.any(String) });
    if (place.adapter.idempotency !== 'B') expect(place.writes()).toBe(1);
    expect(await place.read()).toBe(await job.key());
  });

  test("a stranger's value stays, until the person says that it may be replaced", async () => {
    const place = await play();
    const job = jobAt(place);
    if (!place.intrude) {
      // Nothing can be in the way: what another delivery made there is none of this one's business.
      await carry(place, jobAt(place, fakeApiKey('admin', 'second')));
      expect(await place.adapter.plan(job, ioOf(place))).toEqual({ action: 'create' });
      return;
    }
    await place.intrude('a stranger');
    expect(await place.adapter.plan(job, ioOf(place))).toMatchObject({ action: 'conflict' });
    await expect(place.adapter.deliver(job, ioOf(place))).rejects.toMatchObject({
      code: 'destination_conflict',
    });
    expect(await place.read()).toBe('a stranger');
    await carry(place, { ...job, overwrite: true });
    expect(await place.read()).toBe(await job.key());
  });

  test('wrong credentials are told as such, and nothing is written', async () => {
    const place = await play();
    const job = { ...jobAt(place), settings: place.strange };
    await expect(place.adapter.test(place.strange, ioOf(place))).rejects.toMatchObject({
      code: expect.stringMatching(/^destination_(credentials|refused)$/),
    });
    await expect(place.adapter.deliver(job, ioOf(place))).rejects.toMatchObject({
      code: expect.stringMatching(/^destination_(credentials|refused)$/),
    });
    expect(await place.read()).toBeUndefined();
  });

  test('what was written is taken back, and what came after it stays', async () => {
    const place = await play();
    const { undo } = place.adapter;
    const job = jobAt(place);
    const { done } = await carry(place, job);
    const plan = (await undo?.plan(done, ioOf(place))) ?? 'never';
    if (!undo || plan === 'never') {
      expect(NOT_TAKEN_BACK).toContain(title);
      return;
    }
    expect(plan).toBe('remove');
    await undo.run(done, ioOf(place));
    await undo.run(done, ioOf(place));
    expect(await place.read()).toBeUndefined();

    const next = await play();
    // What can't be in the way of others can't be changed by them either.
    if (!next.intrude) return;
    const second = jobAt(next);
    const { done: late } = await carry(next, second);
    await next.intrude('somebody later');
    expect(await undo.plan(late, ioOf(next))).toBe('changed');
    await expect(undo.run(late, ioOf(next))).rejects.toMatchObject({ code: 'destination_changed' });
    expect(await next.read()).toBe('somebody later');
  });

  describe('a try that comes late', () => {
    test('never puts its key over the one of a later delivery, whatever was allowed before', async () => {
      if (BESIDE.includes(title)) return;
      const place = await play();
      const early = jobAt(place, fakeApiKey('admin', 'first'), 1_000);
      const later = { ...jobAt(place, fakeApiKey('admin', 'second'), 2_000), overwrite: true };
      const { done } = await carry(place, later);
      const since = done.written === undefined ? [] : [done.written];
      for (const more of [{}, { overwrite: true, seen: 1 }]) {
        const outcome = await goOn(place, { ...early, since, ...more });
        // A receiver of messages is told when each was queued, and takes the later one's key.
        if (place.intrude) expect(outcome).toMatch(/^destination_(changed|conflict)$/);
        expect(await place.read()).toBe(await later.key());
      }
      if (!place.intrude) return;
      // Neither does one that waited so long for its first try.
      const job = { ...early, since };
      await expect(place.adapter.deliver(job, ioOf(place))).rejects.toMatchObject({
        code: expect.stringMatching(/^destination_(changed|conflict)$/),
      });
      expect(await place.read()).toBe(await later.key());
    });

    test('never puts its key over what somebody wrote after it had arrived', async () => {
      const place = await play();
      if (!place.intrude) return;
      await place.intrude('a stranger');
      const { at: seen } = await place.adapter.plan(jobAt(place), ioOf(place));
      const allowed = { ...jobAt(place), overwrite: true, ...(seen === undefined ? {} : { seen }) };
      // Long before: while a request is under way GitHub can't tell who wrote.
      const sentAt = [Date.now() - 3_600_000];
      await place.adapter.deliver(allowed, ioOf(place));
      expect(await place.read()).toBe(await allowed.key());
      await place.intrude('somebody later');
      expect(await goOn(place, { ...allowed, sentAt })).toMatch(/^destination_(changed|conflict)$/);
      expect(await place.read()).toBe('somebody later');
    });

    test('never puts its key over what somebody wrote before it could arrive', async () => {
      const place = await play();
      if (!place.intrude) return;
      await carry(place, jobAt(place, fakeApiKey('admin', 'second'), 500));
      await place.intrude('somebody later');
      expect(await goOn(place, jobAt(place))).toBe('destination_conflict');
      expect(await place.read()).toBe('somebody later');
    });
  });

  test('a worker that dies at any act loses nothing, and the next one brings the key there once', async () => {
    const { acts, ...bad } = await dieAtEveryAct(play);
    expect(bad).toEqual({ lost: 0, wrong: 0, doubled: 0 });
    expect(acts).toBeGreaterThan(8);
  }, 120_000);

  describe('whatever goes wrong', () => {
    afterEach(() => vi.restoreAllMocks());

    test.each(Object.entries(FAULTS))(
      '%s has a state of its own, and no secret in it',
      async (name, { answer, isSuccess }) => {
        vi.spyOn(AbortSignal, 'timeout').mockImplementation(stillClock);
        const place = await play();
        for (const act of ACTS) {
          // The first request fails, then the second, … until the whole act is gone without.
          for (let nth = 0; ; nth += 1) {
            const job = { ...jobAt(place), overwrite: true };
            const { done } = act === 'undo' ? await carry(place, job) : { done: job };
            const io = failing(place, nth, answer);
            const error = await perform(place, act, done, io);
            if (!io.isReached()) break;
            if (nth === 0 && name !== '404' && !(isSuccess && takesAnyAnswer(place))) {
              expect(error, `the first request of ${act}`).toBeDefined();
            }
            if (error === undefined) continue;
            const { code } = error as { code: ErrorCode };
            expect(BECOMES[name], `${act}, request ${nth}`).toContain(code);
            const told = `${(error as Error).stack}${JSON.stringify(error)}`;
            expect(told).not.toContain(await job.key());
            for (const secret of Object.values(place.settings)) {
              if (/FAKE/.test(String(secret))) expect(told).not.toContain(secret);
            }
          }
        }
      },
    );
  });

  test.skipIf(!hasSpecs)(
    `every request and answer fits the vendor's own description${hasSpecs ? '' : ' (not run: ../shared/specs is absent)'}`,
    async () => {
      const place = await play();
      const job = jobAt(place);
      await place.adapter.test(place.settings, ioOf(place));
      await carry(place, job);
      await place.adapter.plan(jobAt(place), ioOf(place));
      await carry(place, {
        ...jobAt(place, fakeApiKey('admin', 'second'), 2_000),
        overwrite: true,
      });
      await place.adapter.undo?.plan(job, ioOf(place));
      expect(place.violations, title).toEqual([]);
    },
  );
});
