import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CATALOGUE } from '@/lib/recipes/catalogue';
import { lintRecipe } from '@/lib/recipes/lint';
import type { Recipe } from '@/lib/recipes/recipe';

const README = readFileSync('README.md', 'utf8');
const PERMISSIONS = { all: 'All', restricted: 'Restricted', 'read-only': 'Read only' } as const;

/** The cells of the table's row for a recipe. */
function cells({ product, purpose, key, place, unconfirmed }: Recipe): string[] {
  const rows = key.rows.map(
    ({ row, choice, optional }) => `${row}: ${choice}${optional ? ' (optional)' : ''}`,
  );
  return [
    `${product}: ${purpose}`,
    key.kind,
    [PERMISSIONS[key.permission], ...rows].join('<br>'),
    place,
    unconfirmed ? 'unconfirmed' : 'yes',
  ];
}

test('The README’s table “What a key can be for” has a row for each recipe, and says what it says.', () => {
  const section = README.split('## What a key can be for')[1]?.split('\n#')[0] ?? '';
  const table = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(table.slice(2)).toEqual(CATALOGUE.map(cells));
});

test('The README’s recipe to begin with has nothing to find fault with.', () => {
  const example = /```json\n([\s\S]*?)```/.exec(README)?.[1] ?? '';
  expect(lintRecipe(example)).toMatchObject({ problems: [], warnings: [] });
});
