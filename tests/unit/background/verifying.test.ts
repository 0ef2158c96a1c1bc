import { expect, test } from 'vitest';
import { createCheckSettings } from '@/lib/background/check-settings';
import { USUAL_CHECKING } from '@/lib/domain/checking';
import { memoryArea } from '../vault/harness';
import { keyOf, missing, refuse } from '../verification/openai-world';
import { verifyingWorld } from './verifying-world';

const GONE = refuse(401, 'Incorrect API key provided: sk-FAKE.', 'invalid_api_key');

test('A key that was proved before and is refused now was revoked, at every later check too.', async () => {
  const { world, prove } = verifyingWorld();
  expect((await prove()).outcome).toBe('verified');
  world.all = GONE;
  for (let check = 0; check < 3; check += 1) {
    expect(await prove()).toMatchObject({ outcome: 'rejected', reason: 'revoked' });
  }
});

test('A key that OpenAI never knew is not called revoked.', async () => {
  const { world, prove } = verifyingWorld();
  world.all = GONE;
  expect(await prove()).toMatchObject({ outcome: 'rejected', reason: 'invalid_key' });
});

test('A key that the person took away is revoked at any age, and living it is none of that.', async () => {
  const { world, prove, verifying } = verifyingWorld();
  world.age = 0;
  await verifying.noteRevoking('key');
  expect((await prove()).outcome).toBe('verified');
  world.all = GONE;
  expect(await prove()).toMatchObject({ outcome: 'indeterminate', reason: 'too_fresh' });
  await verifying.noteRevoking('key');
  expect(await prove()).toMatchObject({ outcome: 'rejected', reason: 'revoked' });
});

test('What OpenAI’s page showed is kept through every check, and its organization’s name is found.', async () => {
  const { world, prove, verifying } = verifyingWorld();
  const shown = { organization: 'Acme', projectId: 'proj_1' };
  await verifying.noteShown('key', shown);
  await verifying.noteShown('key', {});
  await prove();
  world.all = () =>
    Response.json(
      { orgs: { data: [{ id: 'org-1', title: 'Acme' }] } },
      { headers: { 'openai-organization': 'org-1' } },
    );
  await prove();
  expect([...world.notes.values()]).toMatchObject([
    { outcome: 'verified', shown, owner: { organization: 'org-1' } },
  ]);
  expect(world.details.organization).toBe('Acme');
});

test('What drifted is kept with the proof, and a later proof does not lose it.', async () => {
  const { world, prove } = verifyingWorld();
  const drifts = { one: { what: 'changed', at: 7 } } as const;
  await prove();
  world.drift = () => drifts;
  await prove();
  world.drift = (before) => before;
  await prove();
  expect([...world.notes.values()]).toMatchObject([{ outcome: 'verified', drifts }]);
});

test('A damaged note of before is no reason not to ask.', async () => {
  const { world, prove, verifying } = verifyingWorld();
  world.notes.get = () => {
    throw new Error('It can’t be read.');
  };
  expect((await verifying.verify('key', world.key)).outcome).toBe('verified');
  await expect(prove()).resolves.toMatchObject({ outcome: 'verified' });
});

test.each([
  [{ 'Model capabilities': 'None', 'Chat completions': 'Request' }, 'parent_row'],
  [{ 'Model capabilities': 'Mixed', Embeddings: 'Request' }, 'parent_row'],
  [{ 'Chat completions': 'Write' }, 'parent_row'],
  [{ 'Model capabilities': 'None', Files: 'Read' }, 'missing_scope'],
  [{ 'Model capabilities': 'Request', Embeddings: 'Request' }, 'missing_scope'],
  [{}, 'missing_scope'],
])('Rows as the dashboard showed them, %o, are told as %s.', async (rows, reason) => {
  const { world, prove } = verifyingWorld(keyOf('proj'));
  world.details = { rows, recipeId: 'bubble' };
  world.all = missing('model.request');
  expect(await prove()).toMatchObject({ outcome: 'rejected', reason });
});

test('With only GET allowed nothing else is asked, and what will be asked says so.', async () => {
  const { world, asked, prove, verifying } = verifyingWorld(keyOf('proj'));
  world.settings = { ...USUAL_CHECKING, getOnly: true };
  const questions = await verifying.questions('key');
  await prove();
  expect(new Set(asked.map((each) => each.split(' ')[0]))).toEqual(new Set(['GET']));
  expect(questions).toHaveLength(asked.length);
});

test.each(['admin', 'proj'] as const)(
  'What a person is told before is what is asked, of a key of kind %s.',
  async (kind) => {
    const { world, asked, prove, verifying } = verifyingWorld(keyOf(kind));
    world.details = {};
    const told = await verifying.questions('key');
    await prove();
    const paths = told.map(({ method, path }) => `${method} ${path.split('?')[0]}`);
    expect(paths.toSorted()).toEqual(asked.toSorted());
    const lists = told.filter(({ path }) => path.includes('?'));
    expect(lists.length).toBeGreaterThan(2);
    for (const { path } of lists) expect(path).toContain('limit=1');
  },
);

test('Pages are told of each answer that takes a while, of the last, and of the end.', async () => {
  const { world, prove } = verifyingWorld();
  await prove();
  expect(world.told.slice(0, 2)).toEqual([
    { done: 1, total: 4 },
    { done: 2, total: 4 },
  ]);
  expect(world.told.slice(-2)).toEqual([{ done: 4, total: 4 }, undefined]);
  const quick = verifyingWorld(keyOf('proj'));
  quick.world.slow = 0;
  await quick.prove();
  expect(quick.world.told.length).toBeLessThan(4);
  expect(quick.world.told.at(-1)).toBeUndefined();
});

test('Without access to OpenAI nothing is asked.', async () => {
  const { world, asked, prove } = verifyingWorld();
  world.allowed = false;
  expect(await prove()).toEqual({ outcome: 'indeterminate', reason: 'no_access' });
  expect(asked).toEqual([]);
});

test('Settings are kept, and what is no choice of ours counts as the usual.', async () => {
  const area = memoryArea();
  const settings = createCheckSettings(area);
  expect(await settings.read()).toEqual(USUAL_CHECKING);
  await settings.write({ getOnly: true, every: 'daily', notify: true });
  expect(await settings.read()).toEqual({ getOnly: true, every: 'daily', notify: true });
  await area.set({ checking: { getOnly: 'yes', every: 'hourly', notify: 1 } });
  expect(await settings.read()).toEqual(USUAL_CHECKING);
});
