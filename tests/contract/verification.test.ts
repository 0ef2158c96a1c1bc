import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readApiKey } from '@/lib/domain/api-key';
import { readOnlyProof } from '@/lib/domain/permission-report';
import { FRESH_FOR, type VerificationResult } from '@/lib/domain/verification';
import { doit } from '@/lib/recipes/doit';
import { readOnly } from '@/lib/recipes/read-only';
import { needOf } from '@/lib/verification/need-of';
import { recentUsage } from '@/lib/verification/recent-usage';
import { verifyKey } from '@/lib/verification/verify-key';
import type { FakeKey } from '../standin/key-store.ts';
import { fetchFrom } from '../standin/reach.ts';
import { startStandin, type Standin } from '../standin/server.ts';

const DOIT = needOf(doit.key);
const USAGE = { 'Usage API Scope': 'Read' };
const PROJECT = { needed: ['api.model.request'], optional: ['api.model.read'] };

let standin: Standin;
beforeAll(async () => {
  standin = await startStandin({ latencyMs: 0 });
});
afterEach(() => standin.state.reset());
afterAll(() => standin.close());

function make(
  kind: FakeKey['kind'],
  permission: FakeKey['permission'],
  rows: Record<string, string> = {},
): FakeKey {
  return standin.state.store.create({ kind, name: 'A key', permission, rows, expiration: 'Never' });
}

function verify({ value }: FakeKey, need = DOIT, age = FRESH_FOR): Promise<VerificationResult> {
  const reading = readApiKey(value);
  if (reading.state !== 'key') throw new Error('The stand-in made no key.');
  const now = Date.now();
  const io = { fetch: fetchFrom(standin), now: () => now };
  return verifyKey(reading.key, need, io, { createdAt: now - age });
}

test('A key for usage only is verified for DoiT, with nothing missing and nothing to spare.', async () => {
  const { outcome, report, organization } = await verify(make('admin', 'restricted', USAGE));
  expect(outcome).toBe('verified');
  expect(report).toMatchObject({ granted: ['api.usage.read'], missing: [], excess: [] });
  expect(organization).toMatch(/^org-/);
});

test('Whose key it is comes from the answers, of every kind of key.', async () => {
  const titled = { organizations: [{ id: 'org-fake-standin', title: 'Personal Organization' }] };
  const admin = await verify(make('admin', 'restricted', USAGE));
  expect(admin.owner).toEqual({ organization: 'org-fake-standin', ...titled });
  const { owner } = await verify(make('project', 'all'), PROJECT);
  expect(owner).toEqual({ ...admin.owner, projectId: 'proj_fake' });
});

test('A usage key reads what its organization spent and asked for in each of fourteen days.', async () => {
  const { value } = make('admin', 'restricted', USAGE);
  const reading = readApiKey(value);
  if (reading.state !== 'key') throw new Error('The stand-in made no key.');
  const usage = await recentUsage(reading.key, { fetch: fetchFrom(standin), now: Date.now });
  expect(usage).toMatchObject({ currency: 'USD' });
  const days = 'days' in usage ? usage.days : [];
  expect(days).toHaveLength(14);
  expect(days.every(({ cost, requests }) => cost > 12 && requests === 12)).toBe(true);
});

test('The optional row is no excess.', async () => {
  const rows = { ...USAGE, 'Organization Administration': 'Read' };
  const { outcome, report } = await verify(make('admin', 'restricted', rows));
  expect(outcome).toBe('verified');
  expect(report?.excess).toEqual([]);
});

test.each(['all', 'read-only'] as const)(
  'A key with the permission “%s” is verified, and its excess is named.',
  async (permission) => {
    const { outcome, report } = await verify(make('admin', permission));
    expect(outcome).toBe('verified');
    expect(report?.excess).toEqual(['api.audit_logs.read']);
  },
);

test('A key without the usage row is rejected, with the missing scope named.', async () => {
  const key = make('admin', 'restricted', { 'Audit Logs Scope': 'Read' });
  const { outcome, reason, report } = await verify(key);
  expect({ outcome, reason }).toEqual({ outcome: 'rejected', reason: 'missing_scope' });
  expect(report?.missing).toEqual(['api.usage.read']);
});

test('A revoked key is rejected.', async () => {
  const key = make('admin', 'all');
  key.revoked = true;
  expect(await verify(key)).toEqual({ outcome: 'rejected', reason: 'invalid_key' });
});

test('A fresh key is not judged before it has spread, and verified after.', async () => {
  standin.state.propagationMs = 60_000;
  const key = make('admin', 'restricted', USAGE);
  expect(await verify(key, DOIT, 0)).toEqual({ outcome: 'indeterminate', reason: 'too_fresh' });
  standin.state.propagationMs = 0;
  expect((await verify(key, DOIT, 0)).outcome).toBe('verified');
});

test('An API that is cut off says nothing of the key.', async () => {
  const key = make('admin', 'all');
  standin.state.down.add('api.openai.com');
  expect(await verify(key)).toEqual({ outcome: 'indeterminate', reason: 'network' });
});

test('A project key with all permissions is found to have everything that can be asked.', async () => {
  const wanted = new Set([...PROJECT.needed, ...PROJECT.optional]);
  const { outcome, report } = await verify(make('project', 'all'), PROJECT);
  expect(outcome).toBe('verified');
  expect(report?.excess).toEqual(report?.granted.filter((scope) => !wanted.has(scope)));
  expect(report?.excess).toContain('api.files.write');
  expect(report?.unknown).toEqual([
    // Published nowhere as a question that is free.
    'api.threads.read',
    'api.prompts.read',
    'api.prompts.write',
    'api.datasets.read',
    'api.datasets.write',
    'api.tunnels.read',
    'api.tunnels.use',
    'api.tunnels.manage',
    'api.safety_alerts.read',
    'api.webhooks.read',
    'api.webhooks.write',
  ]);
});

test('A read-only project key is proved to be that: every write is refused.', async () => {
  const { outcome, report } = await verify(make('project', 'read-only'), needOf(readOnly.key));
  expect(outcome).toBe('verified');
  expect(report?.excess).toEqual([]);
  expect(report && readOnlyProof(report)).toEqual({ refused: 10, untested: 5 });
});

test('A read-only project key runs no models.', async () => {
  const { outcome, reason, scope } = await verify(make('project', 'read-only'), PROJECT);
  expect({ outcome, reason, scope }).toEqual({
    outcome: 'rejected',
    reason: 'missing_scope',
    scope: 'api.model.request',
  });
});

test('A key with a row below Model capabilities alone is told to set the row itself.', async () => {
  standin.state.childRowsGrantNothing = true;
  const key = make('project', 'restricted', { 'List models': 'Read', Responses: 'Write' });
  expect(await verify(key, PROJECT)).toMatchObject({
    outcome: 'rejected',
    reason: 'parent_row',
    scope: 'api.model.request',
  });
});

test('A project key is the wrong kind for DoiT.', async () => {
  expect(await verify(make('project', 'all'))).toMatchObject({
    outcome: 'rejected',
    reason: 'wrong_key_kind',
  });
});

test('No probe changes anything, and none runs a model.', async () => {
  await verify(make('project', 'all'), PROJECT);
  await verify(make('admin', 'all'));
  const posts = standin.state.requests.filter(({ method }) => method !== 'GET');
  expect(posts.length).toBeGreaterThan(8);
  expect(posts.filter(({ path }) => path.startsWith('/v1/organization'))).toEqual([]);
  expect(posts.filter(({ status }) => status !== 400 && status !== 415)).toEqual([]);
});
