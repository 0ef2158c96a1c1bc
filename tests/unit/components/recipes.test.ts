import { describe, expect, it } from 'vitest';
import { grouped, matching } from '@/components/recipes/matching';
import {
  chosenRows,
  fieldsOf,
  NO_OWN_FIELDS,
  ownOf,
  ownReasonsOf,
  type OwnFields,
} from '@/components/recipes/own-fields';
import { ownRecipe } from '@/lib/background/recipe-details';
import type { RecipeView } from '@/lib/domain/views';
import { protocol } from '@/lib/messaging/protocol';
import { CATALOGUE } from '@/lib/recipes/catalogue';
import { lintRecipe } from '@/lib/recipes/lint';

const view = (id: string, more: Partial<RecipeView> = {}): RecipeView => ({
  id,
  product: id,
  purpose: 'usage',
  keyKind: 'project',
  origin: 'catalogue',
  ...more,
});
const doit = view('doit', { product: 'DoiT', purpose: 'cost and usage', keyKind: 'admin' });
const bubble = view('bubble', { product: 'Bubble', purpose: 'chat requests' });
const own = view('own-x-1', { origin: 'own' });
const imported = view('imported-x-1', { origin: 'imported' });

const filled: OwnFields = {
  ...NO_OWN_FIELDS,
  product: 'Nightly report',
  purpose: 'summaries',
  rows: { 'Model capabilities': 'Request' },
  reason: 'It writes summaries.',
  place: 'The job’s settings',
};

describe('matching', () => {
  it('finds every typed word in product, purpose or kind of key', () => {
    const find = (query: string) => matching([doit, bubble], query, (kind) => `${kind} key`);
    expect(find('usage doit')).toEqual([doit]);
    expect(find('ADMIN key')).toEqual([doit]);
    expect(find('usage bubble')).toEqual([]);
    expect(find('  ')).toEqual([doit, bubble]);
  });
});

describe('grouped', () => {
  it('puts what was used last first, and nothing twice', () => {
    const { recent, groups } = grouped([doit, bubble, imported, own], ['own-x-1', 'gone', 'doit']);
    expect(recent).toEqual([own, doit]);
    expect(groups).toEqual([
      { origin: 'catalogue', recipes: [bubble] },
      { origin: 'own', recipes: [] },
      { origin: 'imported', recipes: [imported] },
    ]);
  });
});

describe('ownReasonsOf', () => {
  it('accepts what the background accepts, as a recipe without a mistake', () => {
    expect(ownReasonsOf(filled)).toEqual({});
    const request = { recipe: ownOf(filled) };
    expect(protocol['recipe/save'].request().safeParse(request).success).toBe(true);
    const recipe = ownRecipe(request.recipe, '2026-11-21');
    expect(lintRecipe(JSON.stringify(recipe)).problems).toEqual([]);
  });

  it.each<[Partial<OwnFields>, object]>([
    [{ product: ' ' }, { product: 'product_missing' }],
    [{ purpose: 'x'.repeat(81) }, { purpose: 'purpose_long' }],
    [{ reason: '' }, { reason: 'reason_missing' }],
    [{ rows: {} }, { rows: 'rows_missing' }],
    [{ rows: { 'Model capabilities': 'None' } }, { rows: 'rows_missing' }],
    [{ kind: 'admin' }, { rows: 'rows_missing' }],
    [{ name: 'n {day}' }, { name: 'name_form' }],
    [{ expires: '366' }, { expires: 'expires_form' }],
    [{ expires: '1.5' }, { expires: 'expires_form' }],
    [{ place: '' }, { place: 'place_missing' }],
    [{ permission: 'all', rows: {} }, {}],
    [{ expires: '' }, {}],
  ])('says why %o is refused', (change, reasons) => {
    expect(ownReasonsOf({ ...filled, ...change })).toEqual(reasons);
  });
});

describe('ownOf', () => {
  it('sends no row that the kind of key or the permission has not', () => {
    const mixed = { ...filled, rows: { ...filled.rows, 'Usage API Scope': 'Read' } };
    expect(chosenRows(mixed)).toEqual([{ row: 'Model capabilities', choice: 'Request' }]);
    expect(ownOf({ ...mixed, permission: 'read-only' }).rows).toEqual([]);
  });

  it.each(CATALOGUE.map((recipe) => [recipe.id, recipe] as const))(
    'keeps what the form shows of %s',
    (_id, recipe) => {
      const fields = fieldsOf(recipe);
      expect(ownReasonsOf(fields)).toEqual({});
      const { key, place } = ownRecipe(ownOf(fields), '2026-11-21');
      expect({ kind: key.kind, permission: key.permission, name: key.name, place }).toEqual({
        kind: recipe.key.kind,
        permission: recipe.key.permission,
        name: recipe.key.name,
        place: recipe.place,
      });
      expect(fieldsOf({ ...recipe, key }).rows).toEqual(fields.rows);
    },
  );
});

it('No packaged recipe is called like a place of the app page.', () => {
  expect(CATALOGUE.filter(({ id }) => id === 'new' || id === 'import')).toEqual([]);
});
