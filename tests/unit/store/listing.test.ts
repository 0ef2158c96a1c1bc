import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';
import { codeOf, LANGUAGES, readListing, rowsOf, SECTIONS } from '../../store/listing';

const ROOT = resolve(import.meta.dirname, '../../..');
const english = readListing('en');

/** How many paragraphs and points a text has. */
const shape = (text = '') => text.split(/\n\n|\n(?=- )/).length;
/** The permissions of each row of a table. */
const asked = (text = '') => rowsOf(text).map(([permission = '']) => codeOf(permission));

test('there is a listing for every language of Keyferry, and no other', () => {
  const locales = readdirSync(resolve(ROOT, 'components/locales')).map((file) => file.slice(0, 2));
  expect(locales.toSorted()).toEqual([...LANGUAGES].toSorted());
  const listings = readdirSync(resolve(ROOT, '.store/listing'));
  expect(listings.toSorted()).toEqual(LANGUAGES.map((each) => `${each}.md`).toSorted());
});

describe.each(LANGUAGES)('the listing in %s', (language) => {
  const listing = readListing(language);
  const part = (name: (typeof SECTIONS)[number]) => listing.get(name) ?? '';

  test('has every part, in order, and as many paragraphs and points in each as the English one', () => {
    expect([...listing.keys()]).toEqual([...SECTIONS]);
    for (const name of SECTIONS) {
      expect(part(name).length, name).toBeGreaterThan(5);
      expect(shape(part(name)), name).toBe(shape(english.get(name)));
    }
  });

  test('calls Keyferry what its manifest calls it', async () => {
    const messages = await parseMessagesFile(resolve(ROOT, `components/locales/${language}.yml`));
    const said = (key: string) => messages.find((each) => each.key.join('.') === key);
    expect(said('extension.name')).toMatchObject({ message: part('Name') });
    expect(said('extension.description')).toMatchObject({ message: part('Summary') });
  });

  test('fits: name 75, summary 132 (Chrome), description 250 to 10 000 (Edge), reasons 1 000', () => {
    expect(part('Name').length).toBeLessThanOrEqual(75);
    expect(part('Summary').length).toBeLessThanOrEqual(132);
    expect(part('Description').length).toBeGreaterThanOrEqual(250);
    expect(part('Description').length).toBeLessThanOrEqual(10_000);
    expect(part('Single purpose').length).toBeLessThanOrEqual(1_000);
    expect(part('Remote code').length).toBeLessThanOrEqual(1_000);
    for (const [, why = ''] of rowsOf(part('Permissions'))) {
      expect(why.length).toBeGreaterThan(20);
      expect(why.length).toBeLessThanOrEqual(1_000);
    }
  });

  test('explains the same permissions in the same order', () => {
    expect(asked(part('Permissions'))).toEqual(asked(english.get('Permissions')));
  });

  test('names every address that a key goes to by itself in the privacy statement', () => {
    expect(codeOf(part('Privacy'))).toEqual(['api.openai.com']);
    expect(part('Privacy')).toContain('GitHub');
    expect(part('Privacy')).toContain('Mozilla');
  });
});
