import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import type { PlanAction } from '@/lib/domain/delivery';

/** English as it stands in its file. */
function english(key: string, words: readonly string[] = []): string {
  const name = key.split('.').at(-1) ?? '';
  const file = readFileSync('components/locales/en.yml', 'utf8');
  const section = /\n {2}plan:\n((?: {4}.*\n)+)/.exec(file)?.[1] ?? '';
  const text = new RegExp(`^ {4}${name}: (.*)$`, 'm').exec(section)?.[1];
  if (text === undefined) throw new Error(`There is no sentence for ${key}.`);
  return words.reduce((said, word, index) => said.replace(`$${index + 1}`, word), text);
}
vi.mock('#i18n', () => ({ i18n: { t: english } }));
vi.mock('@/components/keys/words', () => ({ agoWords: () => 'an hour ago' }));
const { planWords } = await import('@/components/keys/plan-words');

const aws = { adapter: 'aws-secrets-manager' } as const;

test.each<[PlanAction, string]>([
  ['create', 'Makes “acme/openai”, which is new there.'],
  ['new-version', 'Adds a new version of “acme/openai”.'],
  ['overwrite', 'Replaces “acme/openai”, which Keyferry wrote.'],
  [
    'conflict',
    'There is a “acme/openai” that Keyferry did not write. Nothing is overwritten unless you say so.',
  ],
  ['nothing', 'This key is there already.'],
])('A plan that comes to %s is said in one sentence, with the name there.', (action, sentence) => {
  expect(planWords({ plan: { action }, name: 'acme/openai' }, aws)).toBe(sentence);
});

/** What is said of somebody's value. */
const say = (more: { readonly at?: number; readonly by?: string }) =>
  planWords({ plan: { action: 'conflict', ...more }, name: 'x' }, aws);

test('Who wrote last, and when, is said as far as the destination tells.', () => {
  expect(say({ at: 1 })).toMatch(/ Last written an hour ago\.$/);
  expect(say({ at: 1, by: 'arn:ann' })).toMatch(/ Last written an hour ago by arn:ann\.$/);
  expect(say({ by: 'arn:ann' })).not.toContain('ann');
});

test('What can’t be asked is not said to be new: only where the key goes.', () => {
  for (const adapter of ['webhook', 'file'] as const) {
    const plan = { plan: { action: 'create' as const }, name: 'acme/openai' };
    expect(planWords(plan, { adapter })).toBe('It goes there as “acme/openai”.');
  }
  expect(planWords({}, { adapter: 'portal' })).toBe('');
});
