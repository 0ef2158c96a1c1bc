import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readApiKey } from '@/lib/domain/api-key';
import { FRESH_FOR, type VerificationResult } from '@/lib/domain/verification';
import { doit } from '@/lib/recipes/doit';
import { needOf } from '@/lib/verification/need-of';
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

test('A project key with all permissions is found to have every read, and to run models.', async () => {
  const { outcome, report } = await verify(make('project', 'all'), PROJECT);
  expect(outcome).toBe('verified');
  expect(report?.excess).toEqual([
    'api.responses.read',
    'api.assistants.read',
    'api.evals.read',
    'api.fine_tuning.jobs.read',
    'api.files.read',
    'api.vector_stores.read',
    'api.videos.read',
  ]);
});

test('A read-only project key runs no models.', async () => {
  const { outcome, reason } = await verify(make('project', 'read-only'), PROJECT);
  expect({ outcome, reason }).toEqual({ outcome: 'rejected', reason: 'missing_scope' });
});

test('No probe changes anything, and none runs a model.', async () => {
  await verify(make('project', 'all'), PROJECT);
  await verify(make('admin', 'all'));
  const posts = standin.state.requests.filter(({ method }) => method !== 'GET');
  expect(posts).toMatchObject([{ method: 'POST', path: '/v1/chat/completions', status: 400 }]);
});
