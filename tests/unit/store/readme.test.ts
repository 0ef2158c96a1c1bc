import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';
import { awsParameterStoreForm } from '@/components/destinations/forms/aws-parameter-store';
import { awsSecretsManagerForm } from '@/components/destinations/forms/aws-secrets-manager';
import { githubActionsForm } from '@/components/destinations/forms/github-actions';
import { vaultKvForm } from '@/components/destinations/forms/vault-kv';
import { rowsOf } from '../../store/listing';

const ROOT = resolve(import.meta.dirname, '../../..');
const README = readFileSync(resolve(ROOT, 'README.md'), 'utf8');
const LIB = readFileSync(resolve(ROOT, 'lib/README.md'), 'utf8');
const messages = await parseMessagesFile(resolve(ROOT, 'components/locales/en.yml'));

/** Every English text of Keyferry's by its key, with an ellipsis for what is filled in. */
const said = new Map(
  messages.flatMap((each) =>
    'message' in each ? [[each.key.join('.'), each.message.replaceAll(/\$\d/g, '…')] as const] : [],
  ),
);
const section = (heading: string) => README.split(`\n${heading}\n`)[1]?.split(/\n##+ /)[0] ?? '';

/** What stands in the README as code of a kind. */
const blocks = (kind: string) =>
  [...README.matchAll(new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text = '']) =>
    text.trim(),
  );

describe('the first key', () => {
  const steps = rowsOf(section('### Your first key, in five minutes'));

  test('goes from the toolbar to the proof', () => {
    expect(steps.map(([number]) => number)).toEqual(steps.map((_, index) => String(index + 1)));
    expect(steps.length).toBeGreaterThanOrEqual(6);
  });

  test('says Keyferry’s words as Keyferry says them', () => {
    const texts = [...said.values()].join('\n');
    const filledIn = [...said.values()]
      .filter((text) => text.replaceAll('…', '').length > 10)
      .map(
        (text) =>
          new RegExp(
            `^${text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`).replaceAll('…', '.+')}$`,
          ),
      );
    const words = steps.flatMap((row) =>
      [...row.join(' ').matchAll(/_([^_]+)_/g)].map(([, each = '']) => each),
    );
    expect(words.length).toBeGreaterThan(8);
    const isSaid = (each: string) =>
      texts.includes(each) || filledIn.some((pattern) => pattern.test(each));
    expect(words.filter((each) => !isSaid(each))).toEqual([]);
  });
});

describe('the questions', () => {
  const rows = rowsOf(section('## When Keyferry says …'));
  const reasons = [...said]
    .filter(([key]) => /^(error|verification)\./.test(key))
    .map(([, text]) => text);

  test('are about what Keyferry really says, word for word, each once', () => {
    const sentences = rows.map(([sentence = '']) => sentence);
    expect(sentences.length).toBeGreaterThan(15);
    expect(sentences.filter((each) => !reasons.includes(each))).toEqual([]);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  test('have an answer that says more than the sentence', () => {
    for (const [sentence, answer = ''] of rows) expect(answer.length, sentence).toBeGreaterThan(40);
  });
});

test('the rights that the README shows are those that the forms give to paste', () => {
  const policies = blocks('json').map((text) => JSON.parse(text) as unknown);
  const region = 'eu-central-1';
  for (const policy of [
    awsSecretsManagerForm.rights?.({ region, secretName: 'prod/{product}/openai' }),
    awsParameterStoreForm.rights?.({ region, parameterName: '/prod/{product}/openai' }),
  ]) {
    expect(policies).toContainEqual(JSON.parse(policy ?? ''));
  }
  expect(blocks('hcl')).toEqual([
    vaultKvForm.rights?.({ version: '2', mount: 'secret', path: '{product}/openai' }),
  ]);
  for (const scope of ['repository', 'environment', 'organization']) {
    const [where = '', right = ''] = githubActionsForm.rights?.({ scope })?.split('\n  ') ?? [];
    expect(README.replaceAll(/\s+/g, ' ')).toContain(`_${where}_ › _${right}_`);
  }
});

test('every file and part that the READMEs lead to is there', () => {
  const folders = [
    [README, '.'],
    [LIB, 'lib'],
  ] as const;
  for (const [text, folder] of folders) {
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
      const [file = '', part] = target.split('#');
      const there = file ? readFileSync(resolve(ROOT, folder, file), 'utf8') : text;
      const parts = [...there.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
        heading
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N} -]/gu, '')
          .replaceAll(' ', '-'),
      );
      if (part) expect(parts, target).toContain(part);
    }
  }
});
