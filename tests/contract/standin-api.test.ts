import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { fetchFrom } from '../standin/reach.ts';
import { startStandin, type Standin } from '../standin/server.ts';
import type { FakeKey } from '../standin/key-store.ts';

const API = 'https://api.openai.com/v1';
const COSTS = 'organization/costs?start_time=1763596800&limit=1';
const SECOND = 1000;
const DAY = 86_400 * SECOND;

let standin: Standin;
let reach: typeof fetch;

beforeAll(async () => {
  standin = await startStandin({ latencyMs: 0 });
  reach = fetchFrom(standin);
});
afterEach(() => {
  vi.useRealTimers();
  standin.state.reset();
});
afterAll(() => standin.close());

function key(
  kind: FakeKey['kind'],
  permission: FakeKey['permission'],
  rows: Record<string, string> = {},
  expiration = 'Never',
): FakeKey {
  return standin.state.store.create({ kind, name: 'A key', permission, rows, expiration });
}

async function ask({ value }: Pick<FakeKey, 'value'>, path: string, body?: string) {
  const answer = await reach(`${API}/${path}`, {
    headers: { authorization: `Bearer ${value}` },
    ...(body === undefined ? {} : { method: 'POST', body }),
  });
  const json = (await answer.json()) as { error?: { message: string; code: string | null } };
  return { status: answer.status, ...json.error };
}

function later(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
}

test('A fake key has the real shape, and says that it is fake.', () => {
  const middle = Buffer.from('OpenAI').toString('base64');
  const shape = (prefix: string, length: number) =>
    new RegExp(`^${prefix}-FAKE[\\w-]{${length - 4}}${middle}[\\w-]{${length}}$`);
  expect(key('admin', 'all').value).toMatch(shape('sk-admin', 58));
  expect(key('project', 'all').value).toMatch(shape('sk-proj', 74));
  expect(key('service-account', 'all').value).toMatch(shape('sk-svcacct', 74));
});

test('An unknown, revoked or expired key is refused as invalid, and masked.', async () => {
  const invalid = expect.objectContaining({ status: 401, code: 'invalid_api_key' });
  const revoked = key('admin', 'all');
  revoked.revoked = true;
  const expiring = key('admin', 'all', {}, '1 days');
  expect(await ask({ value: 'sk-none-of-ours-at-all' }, 'me')).toEqual(invalid);
  const { message } = await ask(revoked, 'me');
  expect(message).toContain(revoked.value.slice(-4));
  expect(message).not.toContain(revoked.value.slice(8, 20));
  expect(await ask(expiring, 'me')).toEqual({ status: 200 });
  later(DAY + SECOND);
  expect(await ask(expiring, 'me')).toEqual(invalid);
});

test('A fresh key is invalid until it has spread.', async () => {
  standin.state.propagationMs = 5 * SECOND;
  const fresh = key('admin', 'all');
  expect(await ask(fresh, 'me')).toMatchObject({ code: 'invalid_api_key' });
  later(6 * SECOND);
  expect(await ask(fresh, 'me')).toEqual({ status: 200 });
});

test('An edit is in force once it has spread.', async () => {
  const edited = key('admin', 'restricted');
  later(10 * SECOND);
  standin.state.propagationMs = 5 * SECOND;
  standin.state.store.edit(edited, { ...edited, permission: 'all' });
  expect(await ask(edited, COSTS)).toMatchObject({ status: 401 });
  later(6 * SECOND);
  expect(await ask(edited, COSTS)).toEqual({ status: 200 });
});

test('A usage key reads costs and usage, and nothing else.', async () => {
  const usage = key('admin', 'restricted', { 'Usage API Scope': 'Read' });
  expect(await ask(usage, COSTS)).toEqual({ status: 200 });
  expect(await ask(usage, COSTS.replace('costs', 'usage/completions'))).toEqual({ status: 200 });
  for (const [path, scope] of [
    ['organization/projects', 'api.management.read'],
    ['organization/users', 'api.management.read'],
    ['organization/admin_api_keys', 'api.management.read'],
    ['organization/audit_logs', 'api.audit_logs.read'],
  ] as const) {
    const { status, message } = await ask(usage, path);
    expect(status).toBe(401);
    expect(message).toContain(`Missing scopes: ${scope}. `);
  }
});

test('An admin key is alive, but runs no models.', async () => {
  const admin = key('admin', 'all');
  expect(await ask(admin, 'me')).toEqual({ status: 200 });
  expect((await ask(admin, 'models')).message).toContain('Missing scopes: api.model.read. ');
  const { message } = await ask(admin, 'chat/completions', '{}');
  expect(message).toContain('Missing scopes: model.request. ');
});

test('A project key for all reads lists, gets its empty bodies refused, and reads no costs.', async () => {
  const all = key('project', 'all');
  for (const path of [
    'models',
    'files',
    'fine_tuning/jobs',
    'vector_stores',
    'evals',
    'batches',
    'videos',
  ]) {
    expect(await ask(all, path), path).toEqual({ status: 200 });
  }
  for (const path of [
    'chat/completions',
    'responses',
    'embeddings',
    'images/generations',
    'moderations',
  ]) {
    expect(await ask(all, path, '{}'), path).toMatchObject({ status: 400 });
    expect(await ask(all, path, ''), path).toMatchObject({ status: 400 });
  }
  expect(await ask(all, 'assistants')).toMatchObject({ status: 400 });
  expect(await ask(all, 'threads/1')).toMatchObject({ status: 400 });
  expect(await ask(all, 'responses/resp_x')).toMatchObject({ status: 404 });
  expect((await ask(all, COSTS)).message).toContain('Missing scopes: api.usage.read. ');
});

test('A read-only key lists models, and runs none.', async () => {
  const reading = key('project', 'read-only');
  expect(await ask(reading, 'models')).toEqual({ status: 200 });
  expect(await ask(reading, 'chat/completions', '{}')).toMatchObject({ status: 401 });
});

test('A row below "Model capabilities" grants its own endpoint, or nothing, as it once was.', async () => {
  const chat = key('project', 'restricted', { 'Chat completions': 'Request' });
  const parent = key('project', 'restricted', { 'Model capabilities': 'Request' });
  expect(await ask(chat, 'chat/completions', '{}')).toMatchObject({ status: 400 });
  expect(await ask(chat, 'embeddings', '{}')).toMatchObject({ status: 401 });
  standin.state.childRowsGrantNothing = true;
  expect(await ask(chat, 'chat/completions', '{}')).toMatchObject({ status: 401 });
  expect(await ask(parent, 'chat/completions', '{}')).toMatchObject({ status: 400 });
});
