import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { awsSecretsManager as adapter, versionOf } from '@/lib/destinations/aws-secrets-manager';
import { fakeApiKey } from '../unit/fake-api-key.ts';
import { startMoto, type Credentials, type Moto } from './moto.ts';

const found = await startMoto();
const why = found ? '' : ' (not run: moto_server or the AWS command line is not installed)';
const against = test.skipIf(!found && process.env['CI'] !== 'true');
afterAll(() => found?.close());

const now = () => Date.now();
const conflict = { code: 'destination_conflict' };

function moto(): Moto {
  if (!found) throw new Error('moto_server or the AWS command line is not installed.');
  return found;
}

/** A job for a secret of its own, as the writer unless told. */
function job(by: Credentials = moto().writer, secretName = `keyferry/${randomUUID()}`) {
  return {
    operationId: randomUUID(),
    value: fakeApiKey('admin', 'first'),
    key: () => Promise.resolve(fakeApiKey('admin', 'first')),
    labels: { product: 'DoiT', expires: '2027-01-31' },
    queuedAt: now(),
    before: [],
    since: [],
    settings: { region: moto().region, secretName, ...by },
  };
}
const io = () => ({ fetch: moto().fetch, now });

against(`A key arrives with every byte, and the receipt names where it is${why}.`, async () => {
  const mine = job();
  const { value, settings } = mine;
  expect(await adapter.plan(mine, io())).toEqual({ action: 'create' });
  expect(await adapter.confirm(mine, io())).toBe('absent');
  await adapter.deliver(mine, io());
  expect(await moto().readSecret(settings.secretName)).toBe(value);
  const receipt = await adapter.confirm(mine, io());
  expect(receipt).toMatchObject({ version: versionOf(mine), proof: 'metadata' });
  expect(receipt).toMatchObject({ reference: expect.stringContaining(settings.secretName) });
  expect(JSON.stringify(receipt)).not.toContain(value);
});

against(`The same operation delivered again is the same version${why}.`, async () => {
  const once = job();
  await adapter.deliver(once, io());
  await adapter.deliver(once, io());
  const { settings } = once;
  expect(await moto().versions(settings.secretName)).toEqual({
    [versionOf(once)]: ['AWSCURRENT'],
  });

  const next = {
    ...once,
    operationId: randomUUID(),
    value: fakeApiKey('admin', 'second'),
    key: () => Promise.resolve(fakeApiKey('admin', 'second')),
  };
  await adapter.deliver(next, io());
  await adapter.deliver(next, io());
  expect(Object.keys(await moto().versions(settings.secretName))).toHaveLength(2);
});

against(`A further key becomes the current version of what Keyferry wrote${why}.`, async () => {
  const first = job();
  const { settings } = first;
  await adapter.deliver(first, io());
  expect(await adapter.plan({ ...first, operationId: randomUUID() }, io())).toMatchObject({
    action: 'new-version',
  });
  const second = {
    ...first,
    operationId: randomUUID(),
    value: fakeApiKey('admin', 'second'),
    key: () => Promise.resolve(fakeApiKey('admin', 'second')),
  };
  await adapter.deliver(second, io());
  expect(await moto().readSecret(settings.secretName)).toBe(second.value);
  expect(await moto().versions(settings.secretName)).toEqual({
    [versionOf(first)]: ['AWSPREVIOUS'],
    [versionOf(second)]: ['AWSCURRENT'],
  });
  await expect(adapter.confirm(first, io())).rejects.toMatchObject({ code: 'destination_changed' });
});

against(`A stranger's secret is not overwritten${why}.`, async () => {
  const mine = job();
  const { secretName } = mine.settings;
  await moto().owner('create-secret', '--name', secretName, '--secret-string', 'a stranger');
  expect(await adapter.plan(mine, io())).toMatchObject({ action: 'conflict' });
  await expect(adapter.deliver(mine, io())).rejects.toMatchObject({
    ...conflict,
    words: [secretName],
  });
  expect(await moto().readSecret(secretName)).toBe('a stranger');
  expect(await adapter.confirm(mine, io())).toBe('absent');
});

against(`A secret that waits for its deletion is left alone${why}.`, async () => {
  const first = job();
  await adapter.deliver(first, io());
  await moto().owner('delete-secret', '--secret-id', first.settings.secretName);
  const second = { ...first, operationId: randomUUID() };
  await expect(adapter.deliver(second, io())).rejects.toMatchObject(conflict);
});

against(`Wrong credentials and missing rights are told apart${why}.`, async () => {
  const { writer, nobody } = moto();
  const wrong = [
    { ...writer, secretAccessKey: 'FAKE'.repeat(10) },
    { ...writer, accessKeyId: 'AKIAFAKEFAKEFAKEFAKE' },
  ];
  for (const by of wrong) {
    await expect(adapter.deliver(job(by), io())).rejects.toMatchObject({
      code: 'destination_credentials',
    });
  }
  await expect(adapter.deliver(job(nobody), io())).rejects.toMatchObject({
    code: 'destination_refused',
    words: ['CreateSecret'],
  });
});

against(`What Keyferry asks for does not let it read the secret${why}.`, async () => {
  const mine = job();
  await adapter.deliver(mine, io());
  const asked: string[] = [];
  const listening = {
    now,
    fetch: (url: string, init: RequestInit) => {
      asked.push(new Headers(init.headers).get('x-amz-target') ?? '');
      return moto().fetch(url, init);
    },
  };
  await adapter.plan(mine, listening);
  await adapter.deliver({ ...mine, operationId: randomUUID() }, listening);
  await adapter.confirm(mine, listening).catch(() => undefined);
  expect(asked.length).toBeGreaterThan(3);
  expect(asked).not.toContain('secretsmanager.GetSecretValue');
});

against(
  `An address where nobody listens is unreachable, without a word of the key${why}.`,
  async () => {
    const mine = job();
    const nowhere = {
      now,
      fetch: () => Promise.reject(new TypeError(`fetch failed: ${mine.value}`)),
    };
    const error: unknown = await adapter.deliver(mine, nowhere).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'unreachable' });
    expect(String((error as Error).stack)).not.toContain(mine.value);
  },
);

against(`Taking back a further key makes the one before it current again${why}.`, async () => {
  const first = job();
  await adapter.deliver(first, io());
  const value = fakeApiKey('admin', 'second');
  const second = {
    ...first,
    operationId: randomUUID(),
    value,
    key: () => Promise.resolve(value),
  };
  await adapter.deliver(second, io());
  expect(await adapter.undo?.plan(second, io())).toBe('restore');
  await adapter.undo?.run(second, io());
  expect(await moto().readSecret(first.settings.secretName)).toBe(first.value);
  // A worker that died after it asks again.
  await adapter.undo?.run(second, io());
  expect(await adapter.undo?.plan(second, io())).toBe('gone');
  expect(await moto().readSecret(first.settings.secretName)).toBe(first.value);
});
