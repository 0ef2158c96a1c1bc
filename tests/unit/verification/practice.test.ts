import { armor, Decrypter } from 'age-encryption';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRechecks } from '@/lib/background/rechecks';
import { createProving } from '@/lib/delivery/proving';
import { ADAPTERS } from '@/lib/destinations/registry';
import { PRACTICE_SETTINGS, practiceFile } from '@/lib/destinations/practice-file';
import { keyKind, readApiKey, readPracticeKey, redact, type ApiKey } from '@/lib/domain/api-key';
import { PRACTICE_FILE } from '@/lib/domain/practice';
import { scopesFor } from '@/lib/domain/scopes';
import { VERIFICATION_REASONS } from '@/lib/domain/verification';
import { recentUsage } from '@/lib/verification/recent-usage';
import { verifyKey } from '@/lib/verification/verify-key';
import { verifyingWorld } from '../background/verifying-world';
import { createProvingWorld } from '../delivery/proving-world';
import { settle } from '../delivery/world';
import { fakeKey } from '../fake-key.ts';
import { fine, holding, openaiWorld } from './openai-world';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const practiceKeys = fc
  .array(fc.constantFrom(...ALPHABET.split('')), { minLength: 32, maxLength: 32 })
  .map((letters) => `practice-${letters.join('')}`)
  .map((text) => {
    const key = readPracticeKey(text);
    if (!key) throw new Error('A practice makes no such key.');
    return key;
  });
const SKIPPED = { outcome: 'indeterminate', reason: 'practice' };
const SCOPES = [...scopesFor('admin'), ...scopesFor('project')];
const NOBODY = openaiWorld(() => fine, 0).io;
const some = fc.sample(practiceKeys, { numRuns: 1, seed: 1 })[0] as ApiKey;

test('What the practice makes is read as no key of OpenAI’s, and none of those as the practice’s', () => {
  fc.assert(
    fc.property(practiceKeys, (key) => {
      expect(readApiKey(key).state).toBe('not-a-key');
      expect(keyKind(key)).toBe('practice');
      expect(redact(key)).toBe(`practice-…${key.slice(-4)}`);
    }),
  );
  for (const prefix of ['admin', 'proj', 'svcacct', ''] as const) {
    expect(readPracticeKey(fakeKey(prefix))).toBeUndefined();
  }
});

test('Whatever OpenAI would say and whatever is known of it, a practice’s key is never verified, and nobody is asked', async () => {
  await fc.assert(
    fc.asyncProperty(
      practiceKeys,
      fc.subarray(SCOPES),
      fc.record({
        scopes: fc.subarray(SCOPES),
        isFine: fc.boolean(),
        age: fc.nat(),
        getOnly: fc.boolean(),
        known: fc.boolean(),
        allowed: fc.boolean(),
        recipeId: fc.constantFrom('doit', 'bubble', 'unknown'),
        reason: fc.constantFrom(...VERIFICATION_REASONS),
      }),
      async (key, needed, { scopes, isFine, age, getOnly, known, allowed, recipeId, reason }) => {
        const openai = openaiWorld(isFine ? () => fine : holding(scopes), age);
        const need = { needed, optional: scopes };
        const options = { createdAt: 0, getOnly, wasLive: known, revoking: known };
        expect(await verifyKey(key, need, openai.io, options)).toEqual(SKIPPED);
        expect(await recentUsage(key, openai.io)).toEqual({ failed: 'practice' });
        expect(openai.asked).toEqual([]);

        const { world, asked, prove, verifying } = verifyingWorld(key);
        Object.assign(world, { scopes, age, allowed, details: { recipeId } });
        world.settings = { ...world.settings, getOnly };
        // Somebody who can write to the disk says that it was right.
        const before = { outcome: 'verified', reason, wasLive: known };
        world.notes.set('verification:key', before);
        expect(await prove()).toMatchObject(SKIPPED);
        expect(await verifying.questions('key')).toEqual([]);
        expect(await verifying.allQuestions()).toEqual({ keys: 0, questions: 0 });
        expect(asked).toEqual([]);
      },
    ),
    { numRuns: 50 },
  );
});

test('Its proof is over at once, is not tried again, and no check of all keys or by the calendar takes it up', async () => {
  const { world, deps } = createProvingWorld();
  world.answer = () => verifyKey(some, { needed: [], optional: [] }, NOBODY, { createdAt: 0 });
  await createProving(deps).start('key');
  await settle();
  expect(world.rows.get('key')).toMatchObject({ state: 'done', ...SKIPPED });
  expect(world.wakes.filter((at) => at > world.now + 30_000)).toEqual([]);
  const started: string[] = [];
  const rechecks = createRechecks({
    rows: { all: () => Promise.resolve([...world.rows.values()]) },
    settings: () => Promise.resolve({ getOnly: false, every: 'daily', notify: false }),
    vault: {
      status: () => Promise.resolve('unlocked'),
      items: () => Promise.resolve([{ id: 'key', kind: 'practice' }]),
      discarded: () => Promise.resolve([]),
    },
    startAll: async (ids) => void started.push(...ids),
    wakeAt: () => undefined,
    now: () => world.now + 365 * 24 * 60 * 60_000,
  });
  await rechecks.tend();
  await rechecks.all();
  expect(started).toEqual([]);
});

test('It goes to no place but the practice’s own, and no other key goes there', () => {
  for (const adapter of Object.values(ADAPTERS)) expect(adapter.accepts).not.toContain('practice');
  expect(practiceFile.accepts).toEqual(['practice']);
  expect(practiceFile.origins(PRACTICE_SETTINGS)).toEqual([]);
});

test('The practice ends with an age file that its passphrase opens', async () => {
  const made = await practiceFile.make({
    operationId: 'one',
    settings: PRACTICE_SETTINGS,
    labels: {},
    queuedAt: 0,
    before: [],
    since: [],
    key: () => Promise.resolve(some),
  });
  expect(made.name).toBe('keyferry-practice.age');
  expect(made.text).not.toContain(some);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(PRACTICE_FILE.passphrase);
  expect(await decrypter.decrypt(armor.decode(made.text), 'text')).toBe(some);
});
