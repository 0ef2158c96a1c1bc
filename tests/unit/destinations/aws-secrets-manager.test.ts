import { describe, expect, test } from 'vitest';
import { awsSecretsManagerForm } from '@/components/destinations/forms/aws-secrets-manager';
import { versionOf } from '@/lib/destinations/aws-secrets-manager';
import { ADAPTERS } from '@/lib/destinations/registry';
import { fakeApiKey } from '../fake-api-key.ts';

const adapter = ADAPTERS['aws-secrets-manager'];
const SECRET = 'FAKE'.repeat(10);
const settings = {
  region: 'eu-central-1',
  secretName: 'keyferry/openai',
  accessKeyId: 'AKIAFAKEFAKEFAKEFAKE',
  secretAccessKey: SECRET,
};
const value = fakeApiKey('admin');
const job = {
  operationId: 'b7a1d1de-0000-4000-8000-000000000000',
  key: () => Promise.resolve(value),
  labels: {},
  queuedAt: 0,
  before: [],
  since: [],
  settings,
};
const OURS = { ARN: 'arn:aws:x', Tags: [{ Key: 'managed-by', Value: 'keyferry' }] };

/** AWS, answering each action in its own way. */
function answering(answers: Readonly<Record<string, () => Response>>) {
  const asked: string[] = [];
  const fetch = (_url: string, init: RequestInit) => {
    const action = new Headers(init.headers).get('x-amz-target')?.split('.')[1] ?? '';
    asked.push(action);
    return Promise.resolve(answers[action]?.() ?? new Response('', { status: 500 }));
  };
  return { asked, io: { fetch, now: () => Date.UTC(2026, 10, 21) } };
}
const ok = (body: object) => () => Response.json(body);
const refused =
  (type: string, status = 400) =>
  () =>
    Response.json({ __type: type, message: `for ${value}` }, { status });
const xml = (code: string, status: number) => () =>
  new Response(`<ErrorResponse><Error><Code>${code}</Code></Error></ErrorResponse>`, { status });

test('Every adapter is registered under its own id.', () => {
  for (const [id, { id: own }] of Object.entries(ADAPTERS)) expect(own).toBe(id);
});

test.each(['eu-central-1', 'us-gov-west-1', 'cn-north-1'])(
  'In %s the address that is asked for is the one that is shown.',
  (region) => {
    expect(adapter.origins({ ...settings, region })).toEqual(
      awsSecretsManagerForm.origins({ region }),
    );
  },
);

describe('What AWS answers becomes a code', () => {
  test.each([
    ['AccessDeniedException', refused('AccessDeniedException'), 'destination_refused'],
    ['AccessDenied as XML', xml('AccessDenied', 403), 'destination_refused'],
    ['a qualified name', refused('com.amazon#AccessDeniedException'), 'destination_refused'],
    [
      'UnrecognizedClientException',
      refused('UnrecognizedClientException'),
      'destination_credentials',
    ],
    ['InvalidSignatureException', refused('InvalidSignatureException'), 'destination_credentials'],
    ['ExpiredTokenException', refused('ExpiredTokenException'), 'destination_credentials'],
    ['SignatureDoesNotMatch as XML', xml('SignatureDoesNotMatch', 403), 'destination_credentials'],
    ['InvalidClientTokenId as XML', xml('InvalidClientTokenId', 403), 'destination_credentials'],
    ['ThrottlingException', refused('ThrottlingException'), 'rate_limited'],
    ['429', () => new Response('', { status: 429 }), 'rate_limited'],
    ['a full account', refused('LimitExceededException'), 'destination_refused'],
    ['InternalServiceError', refused('InternalServiceError', 500), 'destination_unavailable'],
    ['503 in HTML', () => new Response('<html>', { status: 503 }), 'destination_unavailable'],
    ['400 without a word', () => new Response('', { status: 400 }), 'destination_refused'],
    ['null', () => new Response('null', { status: 400 }), 'destination_refused'],
  ])('%s', async (_title, CreateSecret, code) => {
    const { io } = answering({ CreateSecret });
    const error: unknown = await adapter.deliver(job, io).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, words: [expect.any(String)] });
    const told = `${(error as Error).stack}${JSON.stringify(error)}`;
    expect(told).not.toContain(value);
    expect(told).not.toContain(SECRET);
  });

  test('The name in the header counts before the body.', async () => {
    const headers = { 'x-amzn-errortype': 'AccessDeniedException:http://internal.amazon.com/' };
    const { io } = answering({ CreateSecret: () => new Response('', { status: 400, headers }) });
    await expect(adapter.deliver(job, io)).rejects.toMatchObject({ code: 'destination_refused' });
  });
});

test('The signature carries the time of the clock that was handed in.', async () => {
  const dates: (string | null)[] = [];
  const fetch = (_url: string, init: RequestInit) => {
    dates.push(new Headers(init.headers).get('x-amz-date'));
    return Promise.resolve(Response.json({}));
  };
  await adapter.plan(job, { fetch, now: () => Date.UTC(2026, 10, 20, 1, 2, 3, 456) });
  expect(dates).toEqual(['20261120T010203Z']);
});

test('Temporary credentials send their session token.', async () => {
  const sent: Headers[] = [];
  const fetch = (_url: string, init: RequestInit) => {
    sent.push(new Headers(init.headers));
    return Promise.resolve(Response.json({}));
  };
  const temporary = { ...settings, sessionToken: 'FAKE-session' };
  await adapter.deliver({ ...job, settings: temporary }, { fetch, now: () => 0 });
  expect(sent[0]?.get('x-amz-security-token')).toBe('FAKE-session');
  expect(sent[0]?.get('authorization')).toContain('x-amz-security-token');
});

test('A version of this operation is completed, although its tag was taken away.', async () => {
  const { io, asked } = answering({
    CreateSecret: refused('ResourceExistsException'),
    DescribeSecret: ok({ ARN: 'arn:aws:x', VersionIdsToStages: { [versionOf(job)]: [] } }),
    PutSecretValue: ok({}),
  });
  await adapter.deliver(job, io);
  expect(asked).toEqual(['CreateSecret', 'DescribeSecret', 'PutSecretValue']);
});

test('A name that is taken, and then not found, is tried again later.', async () => {
  const { io } = answering({
    CreateSecret: refused('ResourceExistsException'),
    DescribeSecret: refused('ResourceNotFoundException'),
  });
  await expect(adapter.deliver(job, io)).rejects.toMatchObject({ code: 'destination_unavailable' });
});

test('What was refused in writing is not written another way.', async () => {
  const { io, asked } = answering({ CreateSecret: refused('AccessDeniedException') });
  await adapter.deliver(job, io).catch(() => undefined);
  expect(asked).toEqual(['CreateSecret']);
});

test.each([
  ['another operation is current', { other: ['AWSCURRENT'] }, 'absent'],
  ['nothing has a stage', {}, 'absent'],
])('Where %s, this operation is absent.', async (_title, VersionIdsToStages, outcome) => {
  const { io } = answering({ DescribeSecret: ok({ ...OURS, VersionIdsToStages }) });
  expect(await adapter.confirm(job, io)).toBe(outcome);
});

test('An answer that is no description confirms nothing.', async () => {
  const { io } = answering({ DescribeSecret: () => new Response('{}') });
  expect(await adapter.confirm(job, io)).toBe('absent');
  for (const text of ['', '<html>', 'null']) {
    const { io: between } = answering({ DescribeSecret: () => new Response(text) });
    await expect(adapter.confirm(job, between)).rejects.toMatchObject({
      code: 'destination_unavailable',
    });
  }
});
