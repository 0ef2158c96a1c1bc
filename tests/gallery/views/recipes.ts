import { recipeDetails } from '@/lib/background/recipe-details';
import type { AppState, RecipeView } from '@/lib/domain/views';
import { recipeById } from '@/lib/recipes/catalogue';
import type { Recipe } from '@/lib/recipes/recipe';
import { full, recipes, state } from '../facts.ts';
import { NOW } from '../studio.ts';
import { fails, NEVER, press, type, type View } from '../view.ts';

function packaged(id: string): Recipe {
  const recipe = recipeById(id);
  if (!recipe) throw new Error(`There is no recipe ${id}`);
  return recipe;
}

const view = (name: string, hash: string, more: Partial<View> = {}): View => ({
  name: `app/${name}`,
  page: 'app',
  hash: `#recipes${hash}`,
  ...more,
  answers: { 'app/state': full(), ...more.answers },
});
const listed = (name: string, app: AppState, more: Partial<View> = {}) =>
  view(name, '', { ...more, answers: { 'app/state': app } });
const read = (id: string): View['answers'] => ({
  'recipe/read': recipeDetails({ recipe: packaged(id), origin: 'catalogue' }),
});

const greedy: Recipe = {
  ...packaged('doit'),
  id: 'weather-desk',
  product: 'Weather Desk',
  purpose: 'everything, just in case',
  key: { ...packaged('doit').key, permission: 'all', rows: [] },
};
const imported = recipeDetails({
  recipe: greedy,
  origin: 'imported',
  from: 'https://weather-desk.example/keyferry/recipe-for-all-of-our-customers.json',
  addedAt: NOW,
});
const own = recipeDetails({
  recipe: { ...packaged('inference'), id: 'own-1', product: 'Nightly report' },
  origin: 'own',
  addedAt: NOW,
});
const ownViews: readonly RecipeView[] = [
  { id: 'own:1', product: 'Nightly report', purpose: 'chat', keyKind: 'project', origin: 'own' },
  {
    id: 'imported:1',
    product: 'Weather Desk',
    purpose: 'everything, just in case',
    keyKind: 'admin',
    origin: 'imported',
  },
];
const pasted = async (page: Parameters<NonNullable<View['act']>>[0]) => {
  await type(page, 'ui.import.paste', '{}');
  await press(page, 'ui.import.read');
};

/** Recipes: the list, one of them, a person's own, and what a vendor sends. */
export const recipeViews: readonly View[] = [
  listed('recipes', state()),
  listed('recipes-own', state({ recipes: [...recipes, ...ownViews] })),
  listed('recipes-none', state(), { act: (page) => type(page, 'ui.home.search', 'zebra') }),
  listed('recipes-damaged', state({ damagedRecipeIds: ['own:3f2a', 'imported:77aa'] })),
  view('recipe', '/doit', { answers: read('doit'), forced: true }),
  view('recipe-first-run', '/innoslate', { answers: read('innoslate') }),
  view('recipe-project', '/langchain-deep-agents', { answers: read('langchain-deep-agents') }),
  view('recipe-imported', '/imported:1', { answers: { 'recipe/read': imported } }),
  view('recipe-own', '/own:1', { answers: { 'recipe/read': own } }),
  view('recipe-loading', '/doit', { answers: { 'recipe/read': NEVER } }),
  view('recipe-gone', '/none', { answers: { 'recipe/read': fails('unknown_recipe') } }),
  view('own-new', '/new'),
  view('own-wrong', '/new', { act: (page) => press(page, 'ui.own.save') }),
  view('own-wide', '/new', {
    act: (page) => page.locator('.choice').nth(1).locator('input').nth(2).check(),
  }),
  view('own-change', '/own:1/edit', { answers: { 'recipe/read': own } }),
  view('import', '/import'),
  view('import-empty', '/import', { act: (page) => press(page, 'ui.import.read') }),
  view('import-link', '/import', {
    act: async (page) => {
      await type(page, 'ui.import.link', 'http://weather-desk.example');
      await press(page, 'ui.import.fetch');
    },
  }),
  view('import-problems', '/import', {
    answers: {
      'recipe/preview': {
        problems: [
          { line: 4, path: 'key.rows[0].choice', reason: 'This is none of Read, Write, Use.' },
          { line: 19, path: 'portal.origin', reason: 'This is not an https address.' },
        ],
      },
    },
    act: pasted,
  }),
  view('import-preview', '/import', {
    answers: {
      'recipe/preview': {
        details: imported,
        doubts: [{ line: 3, path: 'product', reason: 'This looks like “Weather Desk”.' }],
      },
    },
    act: pasted,
  }),
  view('import-failed', '/import', {
    answers: { 'recipe/preview': fails('recipe_too_long') },
    act: pasted,
  }),
];
