import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { STATIONS } from '@/components/keys/stations';
import { ACTIVITY_CODES } from '@/lib/activity/entry';
import { ERROR_CODES } from '@/lib/domain/errors';
import type { KeyWarning } from '@/lib/domain/views';
import { VERIFICATION_REASONS } from '@/lib/domain/verification';

const WARNINGS: Record<KeyWarning, true> = {
  wrong_key_kind: true,
  all_permissions: true,
  more_than_needed: true,
  less_than_needed: true,
};

const strings = readStrings();
const codesOf = (section: string) =>
  strings.filter((name) => name.startsWith(`${section}.`)).map((name) => name.split('.')[1]);

describe('strings', () => {
  it.each([
    ['error', ERROR_CODES],
    ['verification', VERIFICATION_REASONS],
    ['warning', Object.keys(WARNINGS)],
    ['station', STATIONS],
    ['activity', ACTIVITY_CODES],
  ])('has a sentence for every code of %s, and none more', (section, codes) => {
    expect(new Set(codesOf(section))).toEqual(new Set(codes));
  });

  it('uses every string of ui', async () => {
    const source = await readSource();
    const unused = strings
      .filter((name) => name.startsWith('ui.'))
      .filter((name) => !source.includes(`'${name}'`) && !isPutTogether(name, source));
    expect(unused).toEqual([]);
  });
});

/** A string that is looked up by a code: its prefix and the code both stand in the source. */
function isPutTogether(name: string, source: string): boolean {
  const cut = name.lastIndexOf('.') + 1;
  const code = name.slice(cut);
  const [field, reason] = code.split('_');
  const named = [code, code.replaceAll('_', '-'), reason ?? code].some((word) =>
    new RegExp(`'${word}'|\\b${word}:`).test(source),
  );
  return named && source.includes(`\`${name.slice(0, cut)}\${`) && field !== undefined;
}

/** The names of all strings; plural forms count as one. */
function readStrings(): readonly string[] {
  const names: string[] = [];
  const path: string[] = [];
  for (const line of readFileSync('components/locales/en.yml', 'utf8').split('\n')) {
    const [, indent = '', name, value] = /^( *)([\w]+): *(.*)$/.exec(line) ?? [];
    if (name === undefined) continue;
    path.splice(indent.length / 2, Infinity, name);
    if (value) names.push(path.filter((part) => !/^(?:\d+|n)$/.test(part)).join('.'));
  }
  return [...new Set(names)];
}

async function readSource(): Promise<string> {
  const texts: string[] = [];
  for (const pattern of ['components/**/*.{ts,tsx}', 'lib/domain/*.ts']) {
    for await (const file of glob(pattern)) texts.push(readFileSync(file, 'utf8'));
  }
  return texts.join('\n');
}
