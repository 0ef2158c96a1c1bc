import { describe, expect, test } from 'vitest';
import { FRESH_FOR } from '@/lib/domain/verification';
import type { Io } from '@/lib/http';
import { verifyKey } from '@/lib/verification/verify-key';
import { fakeApiKey } from '../fake-api-key.ts';

const NOW = Date.UTC(2026, 10, 21);
const OLD = { createdAt: NOW - FRESH_FOR };
const FRESH = { createdAt: NOW - FRESH_FOR + 1 };
const USAGE = { needed: ['api.usage.read'], optional: ['api.management.read'] };
const COSTS = '/v1/organization/costs';
const PROJECTS = '/v1/organization/projects';
const LOGS = '/v1/organization/audit_logs';

const ADMIN = fakeApiKey('admin');
const PROJECT = fakeApiKey('proj');

const error =
  (status: number, message: string, code: string | null = null) =>
  () =>
    Response.json(
      { error: { message, type: 'invalid_request_error', param: null, code } },
      { status },
    );
const INVALID = error(401, 'Incorrect API key provided.', 'invalid_api_key');
const ECHO = error(401, `Incorrect API key provided: ${ADMIN}`, 'invalid_api_key');
const NAMED = () => Response.json({}, { headers: { 'openai-organization': 'org-FAKE' } });
const MISSING = error(401, 'You have insufficient permissions. Missing scopes: x. Check.');
const FINE = () => Response.json({ data: [] });
const CUT = (): never => {
  throw new TypeError('fetch failed');
};

const unsure = (reason: string) => ({ outcome: 'indeterminate', reason });

/** OpenAI, answering by path; what is not named gets `rest`. */
function openai(answers: Readonly<Record<string, () => Response>>, rest: () => Response = MISSING) {
  const asked: Request[] = [];
  let atOnce = 0;
  const seen = { most: 0 };
  const fetch: Io['fetch'] = async (url, init) => {
    asked.push(new Request(url, init));
    seen.most = Math.max(seen.most, (atOnce += 1));
    await Promise.resolve();
    atOnce -= 1;
    return (answers[new URL(url).pathname] ?? rest)();
  };
  return { asked, seen, io: { fetch, now: () => NOW } };
}
const only = (...paths: string[]) => Object.fromEntries(paths.map((path) => [path, FINE]));

describe('A key is verified', () => {
  test('when it has what is needed and nothing else.', async () => {
    const { io } = openai(only('/v1/me', COSTS));
    const { report, ...result } = await verifyKey(ADMIN, USAGE, io, OLD);
    expect(result).toEqual({ outcome: 'verified' });
    expect(report).toMatchObject({ granted: ['api.usage.read'], missing: [], excess: [] });
  });

  test('when it is seconds old and works already.', async () => {
    const { io } = openai(only('/v1/me', COSTS));
    expect((await verifyKey(ADMIN, USAGE, io, FRESH)).outcome).toBe('verified');
  });

  test('when it has more, which the report names.', async () => {
    const { io } = openai(only('/v1/me', COSTS, PROJECTS, LOGS));
    const { outcome, report } = await verifyKey(ADMIN, USAGE, io, OLD);
    expect(outcome).toBe('verified');
    expect(report?.excess).toEqual(['api.audit_logs.read']);
  });

  test('although a question that nobody needs stays open.', async () => {
    const { io } = openai({ ...only('/v1/me', COSTS), [LOGS]: error(403, 'Logging is off.') });
    const { outcome, report } = await verifyKey(ADMIN, USAGE, io, OLD);
    expect(outcome).toBe('verified');
    expect(report?.unknown).toContain('api.audit_logs.read');
  });

  test('although its own page is closed to it: a missing scope is a sign of life.', async () => {
    const { io } = openai(only(COSTS));
    expect((await verifyKey(ADMIN, USAGE, io, OLD)).outcome).toBe('verified');
  });

  test('although the account has no credit, when the job runs no models.', async () => {
    const quota = error(429, 'Check your plan.', 'insufficient_quota');
    const { io } = openai({ '/v1/chat/completions': quota }, FINE);
    const need = { needed: ['api.files.read'], optional: [] };
    expect((await verifyKey(PROJECT, need, io, OLD)).outcome).toBe('verified');
  });
});

describe('A key is rejected', () => {
  test('when OpenAI does not know it, after a single question.', async () => {
    const { io, asked } = openai({}, INVALID);
    expect(await verifyKey(ADMIN, USAGE, io, OLD)).toEqual({
      outcome: 'rejected',
      reason: 'invalid_key',
    });
    expect(asked).toHaveLength(1);
  });

  test('when it lacks what is needed.', async () => {
    const { io } = openai(only('/v1/me', PROJECTS));
    const { outcome, reason, scope, report } = await verifyKey(ADMIN, USAGE, io, OLD);
    expect({ outcome, reason, scope }).toEqual({
      outcome: 'rejected',
      reason: 'missing_scope',
      scope: 'api.usage.read',
    });
    expect(report?.missing).toEqual(['api.usage.read']);
  });

  test('when its account is closed, at any age.', async () => {
    const { io } = openai({}, error(401, 'Closed.', 'account_deactivated'));
    expect(await verifyKey(ADMIN, USAGE, io, FRESH)).toEqual({
      outcome: 'rejected',
      reason: 'deactivated',
    });
  });
});

describe('It is not known yet', () => {
  test.each([
    ['OpenAI does not know a fresh key', INVALID, 'too_fresh'],
    ['a fresh key lacks everything', MISSING, 'too_fresh'],
    ['the network is down', CUT, 'network'],
    ['OpenAI is down', () => new Response('', { status: 502 }), 'openai_down'],
    ['too much was asked', () => new Response('', { status: 429 }), 'rate_limited'],
    ['the address is not allowed', error(401, 'No.', 'ip_not_authorized'), 'ip_not_allowed'],
    ['the country is not', error(403, 'No.', 'unsupported_country_region_territory'), 'country'],
    ['the answer is a page', () => new Response('<html>', { status: 403 }), 'proxy'],
  ])('when %s.', async (_title, rest, reason) => {
    const { io } = openai({}, rest);
    expect(await verifyKey(ADMIN, USAGE, io, FRESH)).toMatchObject(unsure(reason));
  });

  test('when one answer knows the key and another does not.', async () => {
    const { io } = openai({ ...only('/v1/me'), [COSTS]: INVALID });
    expect(await verifyKey(ADMIN, USAGE, io, OLD)).toMatchObject(unsure('conflicting'));
  });

  test.each([
    ['OpenAI was down', () => new Response('', { status: 500 }), 'openai_down'],
    ['the network broke', CUT, 'network'],
  ])('when %s at the one question that counts.', async (_title, answer, reason) => {
    const { io } = openai({ ...only('/v1/me', PROJECTS), [COSTS]: answer });
    expect(await verifyKey(ADMIN, USAGE, io, OLD)).toMatchObject(unsure(reason));
  });

  test('when models are needed and the account has no credit.', async () => {
    const quota = error(429, 'Check your plan.', 'insufficient_quota');
    const { io } = openai({ '/v1/chat/completions': quota }, FINE);
    const need = { needed: ['api.model.request'], optional: [] };
    expect(await verifyKey(PROJECT, need, io, OLD)).toMatchObject(unsure('quota'));
  });

  test('when what is needed can’t be tested, which is then named.', async () => {
    const { io } = openai({}, FINE);
    const need = { needed: ['api.threads.read'], optional: [] };
    const result = await verifyKey(PROJECT, need, io, OLD);
    expect(result).toMatchObject({ ...unsure('not_testable'), scope: 'api.threads.read' });
    expect(result.report?.why?.['api.threads.read']).toBe('not_free');
  });

  test('when what is needed takes a POST and only GET is allowed.', async () => {
    const { io, asked } = openai({}, FINE);
    const need = { needed: ['api.model.request'], optional: [] };
    const result = await verifyKey(PROJECT, need, io, { ...OLD, getOnly: true });
    expect(result).toMatchObject({ ...unsure('get_only'), scope: 'api.model.request' });
    expect(result.report?.why?.['api.files.write']).toBe('get_only');
    expect(new Set(asked.map(({ method }) => method))).toEqual(new Set(['GET']));
  });
});

const slow = () => new Response('', { status: 429, headers: { 'retry-after': '90' } });

describe('The questions', () => {
  test('are counted as they are answered.', async () => {
    const { io, asked } = openai({}, FINE);
    const heard: string[] = [];
    const onProgress = (done: number, total: number) => heard.push(`${done}/${total}`);
    await verifyKey(ADMIN, USAGE, io, { ...OLD, onProgress });
    expect(heard).toEqual(['1/4', '2/4', '3/4', '4/4']);
    expect(asked).toHaveLength(4);
  });

  test('end when they are called off.', async () => {
    const off = new AbortController();
    const { io, asked } = openai({}, FINE);
    const onProgress = () => off.abort();
    const run = verifyKey(PROJECT, USAGE, { ...io, signal: off.signal }, { ...OLD, onProgress });
    await expect(run).rejects.toThrow('aborted');
    expect(asked.length).toBeLessThan(6);
  });

  test('end when OpenAI asks for fewer, and so long is waited.', async () => {
    const { io, asked } = openai(only('/v1/me'), slow);
    const result = await verifyKey(ADMIN, USAGE, io, OLD);
    expect(result).toMatchObject({ ...unsure('rate_limited'), retryAfter: 90_000 });
    expect(asked.length).toBeLessThanOrEqual(5);
  });
});

test('The organization is the one that OpenAI names.', async () => {
  const { io } = openai({ [COSTS]: NAMED }, FINE);
  expect((await verifyKey(ADMIN, USAGE, io, OLD)).organization).toBe('org-FAKE');
});

test('Every question goes to OpenAI with the key as bearer and no organization, four at once at most.', async () => {
  const { io, asked, seen } = openai({}, FINE);
  await verifyKey(PROJECT, USAGE, io, OLD);
  expect(seen.most).toBe(4);
  for (const { url, headers } of asked) {
    expect(new URL(url).origin).toBe('https://api.openai.com');
    expect(headers.get('authorization')).toBe(`Bearer ${PROJECT}`);
    expect(url).not.toContain(PROJECT);
    expect([...headers.keys()].filter((name) => name.startsWith('openai-'))).toEqual([]);
  }
});

const turn = () => new Promise((next) => setImmediate(next));

test('A check of everything waits for seven answers in a row at most: under five seconds where each takes 700 ms.', async () => {
  let rounds = 0;
  const waiting: (() => void)[] = [];
  const fetch: Io['fetch'] = async () => {
    await new Promise<void>((answered) => waiting.push(answered));
    return FINE();
  };
  const run = verifyKey(PROJECT, USAGE, { fetch, now: () => NOW }, OLD);
  for (await turn(); waiting.length > 0; await turn()) {
    rounds += 1;
    for (const answered of waiting.splice(0)) answered();
  }
  expect((await run).report?.granted.length).toBeGreaterThan(10);
  expect(rounds).toBeLessThanOrEqual(7);
});

test('A result holds nothing of the key.', async () => {
  for (const age of [OLD, FRESH]) {
    const { io } = openai({}, ECHO);
    expect(JSON.stringify(await verifyKey(ADMIN, USAGE, io, age))).not.toContain('sk-');
  }
});
