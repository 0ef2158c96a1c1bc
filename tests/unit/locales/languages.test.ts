import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseMessagesFile, SUPPORTED_LOCALES, type ParsedMessage } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';

const FOLDER = resolve(import.meta.dirname, '../../../components/locales');
const LANGUAGES = readdirSync(FOLDER).map((file) => file.replace('.yml', ''));
const english = await stringsOf('en');

/** What stands for itself in every language: names, the dashboard's labels, and frames for values. */
const SAME = [
  'extension.name',
  'ui.brand',
  'ui.permission.restricted',
  'ui.permission.read_only',
  'ui.placeKind.aws_secrets_manager',
  'ui.placeKind.aws_parameter_store',
  'ui.placeKind.github_actions',
  'ui.placeKind.nexla',
  'ui.option.kvVersion_2',
  'ui.option.kvVersion_1',
  'ui.report.none',
  'ui.own.none',
  'ui.field.accessKeyId',
  'ui.field.secretAccessKey',
  'ui.field.sessionToken',
  'ui.key.recent',
  'ui.import.beyond',
  'guide.request.read_only',
  'guide.request.all',
  'guide.request.permission_whole',
];
/** Words that a language happens to share with English. */
const SHARED: Record<string, readonly string[]> = {
  de: [
    'ui.optional',
    'ui.setup.passphrase',
    'ui.unlock.passphrase',
    'ui.receipt.version',
    'ui.fact.name',
    'ui.field.label',
    'ui.field.region',
    'ui.field.vaultToken',
    'ui.field.githubRepository',
    'ui.field.fileFormat',
    'ui.field.variable',
    'guide.request.name',
  ],
  es: ['ui.outcome.notPassed', 'ui.field.vaultToken', 'ui.field.variable'],
  fr: [
    'ui.field.fileFormat',
    'ui.field.variable',
    'ui.receipt.version',
    'ui.nav.label',
    'ui.nav.destinations',
    'ui.fact.source',
    'ui.settings.lock.minutes',
  ],
};

describe.each(LANGUAGES)('%s', (language) => {
  it('is a language that browsers know, and says so itself', async () => {
    const { 'ui.language': own } = await stringsOf(language);
    expect(SUPPORTED_LOCALES).toContain(language);
    expect(textsOf(own)).toEqual([language]);
  });

  it('has exactly the strings of English', async () => {
    expect(Object.keys(await stringsOf(language))).toEqual(Object.keys(english));
  });

  it('has the placeholders of English in every string', async () => {
    const strings = await stringsOf(language);
    const differing = Object.keys(english).filter(
      (key) => placeholdersOf(strings[key]).join() !== placeholdersOf(english[key]).join(),
    );
    expect(differing).toEqual([]);
  });

  it('has plural forms where English has, which stand where the browser looks for them', async () => {
    const strings = await stringsOf(language);
    const wrong = Object.entries(english).filter(([key, { type }]) => {
      const mine = strings[key];
      if (type !== 'plural' || mine?.type !== 'plural') return type !== mine?.type;
      // Chosen by place: two forms are for one and more, three for none, one and more.
      return !['1,n', '0,1,n'].includes(Object.keys(mine.plurals).join());
    });
    expect(wrong).toEqual([]);
  });

  it('has no bar in a string, at which plural forms are cut apart', async () => {
    const all = Object.values(await stringsOf(language)).flatMap(textsOf);
    expect(all.filter((text) => text.includes(' | '))).toEqual([]);
  });

  it('has a name and a description that the stores take', async () => {
    const strings = await stringsOf(language);
    expect(textsOf(strings['extension.name'])[0]?.length).toBeLessThanOrEqual(75);
    expect(textsOf(strings['extension.description'])[0]?.length).toBeLessThanOrEqual(132);
  });

  it('has buttons that fit into the callout', async () => {
    const long = Object.entries(await stringsOf(language))
      .filter(([key]) => /^(guide|portal)\.button\./.test(key))
      .flatMap(([, string]) => textsOf(string))
      .filter((text) => text.length > 22);
    expect(long).toEqual([]);
  });
});

describe.each(LANGUAGES.filter((language) => language !== 'en'))('%s', (language) => {
  it('leaves nothing in English but names and labels', async () => {
    const strings = await stringsOf(language);
    const same = Object.keys(english).filter(
      (key) => textsOf(strings[key]).join() === textsOf(english[key]).join(),
    );
    expect(same.filter((key) => !SAME.includes(key) && !SHARED[language]?.includes(key))).toEqual(
      [],
    );
  });

  it('keeps the dashboard’s labels in the dashboard’s language', async () => {
    const strings = await stringsOf(language);
    const lost = Object.entries(english).flatMap(([key, string]) => {
      const labels =
        textsOf(string)
          .join()
          .match(/“(All|Read only|Create organization)”/g) ?? [];
      const mine = textsOf(strings[key]).join();
      return labels.filter((label) => !mine.includes(label.slice(1, -1))).map(() => key);
    });
    expect(lost).toEqual([]);
  });
});

async function stringsOf(language: string): Promise<Record<string, ParsedMessage>> {
  const messages = await parseMessagesFile(resolve(FOLDER, `${language}.yml`));
  // Those of the browser itself, such as `@@ui_locale`, are no strings of ours.
  const ours = messages.filter(({ key }) => !key[0]?.startsWith('@@'));
  return Object.fromEntries(ours.map((message) => [message.key.join('.'), message]));
}

/** A string's text, or its texts when it has plural forms. */
function textsOf(string: ParsedMessage | undefined): readonly string[] {
  if (!string) return [];
  return string.type === 'plural' ? Object.values(string.plurals) : [string.message];
}

/** Each placeholder as often as it must be there; a word may be said twice, or once for twice. */
function placeholdersOf(string: ParsedMessage | undefined): readonly string[] {
  const all = textsOf(string).flatMap((text) => text.match(/\$\d/g) ?? []);
  return [...new Set(all)].toSorted();
}
