import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import OpenAI, { AuthenticationError } from 'openai';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { FakeKey } from '../standin/key-store.ts';
import { fetchFrom } from '../standin/reach.ts';
import { startStandin, type Standin } from '../standin/server.ts';

const API = 'https://api.openai.com/v1';

let standin: Standin;
let reach: typeof fetch;

beforeAll(async () => {
  standin = await startStandin({ latencyMs: 0 });
  reach = fetchFrom(standin);
});
afterEach(() => standin.state.reset());
afterAll(() => standin.close());

function key(
  kind: FakeKey['kind'],
  permission: FakeKey['permission'],
  rows: Record<string, string> = {},
): FakeKey {
  return standin.state.store.create({ kind, name: 'A key', permission, rows, expiration: 'Never' });
}

/** Lets DoiT's server test a key. */
async function testKey({ value }: FakeKey): Promise<unknown> {
  const body = JSON.stringify({ key: value });
  const answer = await reach('https://console.doit.com/internal/test', { method: 'POST', body });
  return answer.json();
}

test("OpenAI's own client reads models, costs, keys and refusals.", async () => {
  const admin = key('admin', 'all');
  const project = key('project', 'all');
  const client = new OpenAI({
    apiKey: project.value,
    adminAPIKey: admin.value,
    fetch: reach,
    maxRetries: 0,
  });
  expect((await client.models.list()).data).toHaveLength(1);
  const { organization } = client.admin;
  const start_time = Math.floor(Date.now() / 1000) - 86_400;
  const costs = await organization.usage.costs({ start_time, limit: 1 });
  expect(costs.data[0]?.results[0]?.object).toBe('organization.costs.result');
  expect((await organization.adminAPIKeys.list()).data).toMatchObject([{ id: admin.id }]);
  expect((await organization.auditLogs.list()).data).toHaveLength(2);
  project.revoked = true;
  await expect(client.models.list()).rejects.toThrow(AuthenticationError);
});

test('The API names the organization and the request, and lets any page list models.', async () => {
  const { value } = key('project', 'all');
  const { headers } = await reach(`${API}/models`, {
    headers: { authorization: `Bearer ${value}` },
  });
  expect(headers.get('openai-organization')).toMatch(/^org-/);
  expect(headers.get('x-request-id')).toMatch(/^req_/);
  expect(headers.get('access-control-allow-origin')).toBe('*');
});

test('Every request is logged, by the id of its key and never by the key.', async () => {
  const asking = key('admin', 'all');
  const headers = { authorization: `Bearer ${asking.value}` };
  await reach(`${API}/me?limit=1`, { headers });
  const path = '/v1/me';
  expect(standin.state.requests).toEqual([
    { host: 'api.openai.com', method: 'GET', path, status: 200, keyId: asking.id },
  ]);
});

test('A host that the stand-in does not play is refused, and logged.', async () => {
  expect((await reach('https://example.com/')).status).toBe(421);
  expect(standin.state.requests).toMatchObject([{ host: 'example.com', status: 421 }]);
});

test('A request for AWS reaches moto with its own host, and fails without one.', async () => {
  const aws = 'https://secretsmanager.eu-central-1.amazonaws.com/';
  expect((await reach(aws, { method: 'POST', body: '{}' })).status).toBe(502);
  const moto = createServer((request, response) => response.end(request.headers.host));
  await new Promise<void>((done) => moto.listen(0, '127.0.0.1', done));
  standin.state.motoPort = (moto.address() as AddressInfo).port;
  const answer = await reach(aws, { method: 'POST', body: '{}' });
  expect(await answer.text()).toBe('secretsmanager.eu-central-1.amazonaws.com');
  moto.close();
});

test("DoiT's test of a key asks the usage API with it.", async () => {
  const right = key('admin', 'restricted', { 'Usage API Scope': 'Read' });
  expect(await testKey(right)).toEqual({ passed: true });
  expect(standin.state.requests).toContainEqual(
    expect.objectContaining({ host: 'api.openai.com', keyId: right.id }),
  );
  const reason = expect.stringContaining('Missing scopes: api.usage.read.') as string;
  expect(await testKey(key('admin', 'restricted'))).toEqual({ passed: false, reason });
});
