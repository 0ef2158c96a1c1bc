import { describe, expect, test } from 'vitest';
import { CATALOGUE, recipeById } from '@/lib/recipes/catalogue';
import { beyond, nearestRecipe, needsSecondDecision } from '@/lib/recipes/compare';
import type { Recipe } from '@/lib/recipes/recipe';

const packaged = (id: string): Recipe => {
  const recipe = recipeById(id);
  if (!recipe) throw new Error(`not in the catalogue: ${id}`);
  return recipe;
};

/** A recipe that asks what is given, the rest being DoiT's. */
const asking = (
  kind: 'admin' | 'project',
  permission: Recipe['key']['permission'],
  ...rows: readonly (readonly [row: string, choice: 'Read' | 'Write' | 'Request'])[]
): Recipe => ({
  ...packaged('doit'),
  id: 'imported',
  key: {
    ...packaged('doit').key,
    kind,
    permission,
    rows: rows.map(([row, choice]) => ({ row, choice, reason: 'x', optional: false })),
  },
});

const nearest = (recipe: Recipe) => nearestRecipe(recipe, CATALOGUE)?.id;
const usage = ['Usage API Scope', 'Read'] as const;

describe('The nearest recipe', () => {
  test('is of the same kind and differs least.', () => {
    expect(nearest(asking('admin', 'restricted', usage))).toBe('quolum-usage');
    expect(nearest(asking('admin', 'read-only'))).toBe('databricks');
    expect(nearest(asking('project', 'read-only'))).toBe('quolum');
    expect(nearest(asking('admin', 'restricted', ['Audit Logs Scope', 'Read']))).toBe(
      'audit-log-admin',
    );
    expect(nearest(asking('project', 'restricted', ['Files', 'Write']))).toBe('nexla-destination');
  });

  test('is never the recipe itself, and none where no other is of its kind.', () => {
    expect(nearestRecipe(packaged('doit'), CATALOGUE)?.id).not.toBe('doit');
    expect(nearestRecipe(packaged('doit'), [packaged('doit'), packaged('bubble')])).toBeUndefined();
  });
});

describe('Beyond the nearest', () => {
  const than = asking('admin', 'restricted', usage);
  test('nothing is asked by one that asks the same or less.', () => {
    expect(beyond(than, than)).toEqual([]);
    expect(beyond(than, asking('admin', 'all'))).toEqual([]);
    expect(beyond(than, asking('admin', 'read-only'))).toEqual([]);
    const writes = asking('project', 'restricted', ['Files', 'Write']);
    expect(beyond(asking('project', 'restricted', ['Files', 'Read']), writes)).toEqual([]);
  });

  test('a row more is told, optional or not.', () => {
    const row = 'Organization Administration';
    expect(beyond(asking('admin', 'restricted', usage, [row, 'Read']), than)).toEqual([
      { row, choice: 'Read' },
    ]);
    expect(beyond(packaged('doit'), than)).toEqual([{ row, choice: 'Read' }]);
  });

  test('a greater choice is told with the lesser.', () => {
    const reads = asking('project', 'restricted', ['Files', 'Read']);
    expect(beyond(asking('project', 'restricted', ['Files', 'Write']), reads)).toEqual([
      { row: 'Files', choice: 'Write', than: 'Read' },
    ]);
  });

  test('All and Read only are told as Permissions.', () => {
    expect(beyond(asking('admin', 'all'), than)).toEqual([
      { row: 'Permissions', choice: 'All', than: 'Restricted' },
    ]);
    expect(beyond(asking('admin', 'read-only'), than)).toEqual([
      { row: 'Permissions', choice: 'Read only', than: 'Restricted' },
    ]);
  });

  test('what Read only doesn’t cover is told: writing, and asking models.', () => {
    const readOnly = asking('project', 'read-only');
    const asked = asking(
      'project',
      'restricted',
      ['Model capabilities', 'Request'],
      ['Files', 'Read'],
    );
    expect(beyond(asked, readOnly)).toEqual([
      { row: 'Model capabilities', choice: 'Request', than: 'Read' },
    ]);
  });
});

describe('A second decision', () => {
  test.each([
    ['All of a project', asking('project', 'all'), true],
    ['All of an organization', asking('admin', 'all'), true],
    [
      'changing an organization',
      asking('admin', 'restricted', ['Organization Administration', 'Write']),
      true,
    ],
    [
      'sharing checkpoints',
      asking('admin', 'restricted', ['Fine-tuning Checkpoints', 'Write']),
      true,
    ],
    ['reading an organization', asking('admin', 'read-only'), false],
    ['reading usage', asking('admin', 'restricted', usage), false],
    ['writing files of a project', asking('project', 'restricted', ['Files', 'Write']), false],
  ])('for %s: %o', (_name, recipe, needed) => {
    expect(needsSecondDecision(recipe)).toBe(needed);
  });
});
