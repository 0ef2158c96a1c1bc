import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = resolve(import.meta.dirname, '../../.store/listing');

export const LANGUAGES = ['en', 'de', 'es', 'fr', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The parts of every listing, in this order; a store has a field for each (`.store/README.md`). */
export const SECTIONS = [
  'Name',
  'Summary',
  'Description',
  'Single purpose',
  'Permissions',
  'Remote code',
  'Privacy',
] as const;
type Section = (typeof SECTIONS)[number];

/** The texts of a listing by the headings above them. */
export function readListing(language: Language): Map<Section, string> {
  const text = readFileSync(join(FOLDER, `${language}.md`), 'utf8');
  return new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((part) => {
        const [heading = '', ...lines] = part.split('\n');
        return [heading as Section, lines.join('\n').trim()];
      }),
  );
}

/** The cells of every row of a Markdown table, without its head. */
export function rowsOf(table: string): string[][] {
  return table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** What stands in code marks in a text, in order. */
export function codeOf(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}
