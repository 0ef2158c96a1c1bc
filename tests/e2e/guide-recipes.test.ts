import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '@/lib/recipes/catalogue';
import type { Recipe } from '@/lib/recipes/recipe';
import { LOOKS } from '../standin/dashboard/looks';
import type { Version } from '../standin/scene';
import { matrixOf } from '../standin/scopes';
import { guideWorld, pressCreate, recipeOf } from './guide-world';

const world = guideWorld();

/** What a recipe has its guide do: two that want the same are led alike. */
const shapeOf = ({ key }: Recipe) =>
  JSON.stringify([key.kind, key.permission, key.rows.map(({ row, choice }) => [row, choice])]);
const TODAY = [...Map.groupBy(CATALOGUE, shapeOf).values()].flatMap(([first]) =>
  first ? [[first.id, 'oct-2026'] as const] : [],
);
/** Each version once for each kind of key and of permission that a recipe may want. */
const BEFORE = [
  ['doit', 'aug-2026'],
  ['quolum', 'aug-2026'],
  ['bubble', 'aug-2026'],
  ['doit', 'may-2025'],
  ['quolum', 'may-2025'],
  ['bubble', 'may-2025'],
  ['quolum', 'feb-2024'],
  ['bubble', 'feb-2024'],
] as const satisfies readonly (readonly [string, Version])[];

describe('Fill the rest, then the person’s own press', () => {
  test.each([...TODAY, ...BEFORE])('%s on the page of %s', async (id, version) => {
    world.play({ version });
    const recipe = recipeOf(id);
    const page = await world.start(id);
    await page.callout().press('Fill the rest');
    await page.callout().waitForText('Check it, then press', 20_000);
    const hasEnd = LOOKS[version].hasExpiration[recipe.key.kind];
    expect(await shownForm(hasEnd)).toEqual({
      name: nameOf(recipe),
      permission: WORDS[recipe.key.permission],
      ...(hasEnd ? { expiration: `${recipe.key.expiresInDays} days` } : {}),
    });
    await pressCreate(page, recipe.key.kind);
    const said = await page.callout().waitForText('Saved. You can close this dialog.');
    expect(said).toContain('Next, send it.');

    const [made] = world.standin.state.store.keys;
    expect(made?.permission).toBe(recipe.key.permission);
    expect(setRows(made?.rows ?? {}, recipe, version)).toEqual(wantedRows(recipe, version));
    const { keys } = await world.state();
    const saved = keys.find(({ redacted }) => made?.value.endsWith(redacted.slice(-4)));
    expect(saved).toMatchObject({ name: nameOf(recipe), recipeId: id, warnings: [] });
  });
});

const WORDS = { all: 'all', restricted: 'restricted', 'read-only': 'read only' } as const;

function nameOf({ key }: Recipe): string {
  return key.name.replace('{date}', new Date().toISOString().slice(0, 10));
}

/** What the create dialog shows as chosen, by role and name. */
async function shownForm(hasEnd: boolean) {
  const dialog = world.page().getByRole('dialog');
  const chosen = dialog.getByRole('radio', {
    name: /^(All|Restricted|Read only)$/i,
    checked: true,
  });
  const end = dialog.getByRole('combobox').or(dialog.getByRole('button', { name: /days$/ }));
  return {
    name: await dialog.getByPlaceholder(/^My (Test|Admin) Key$/).inputValue(),
    permission: (await chosen.textContent())?.toLowerCase(),
    ...(hasEnd ? { expiration: await end.filter({ hasText: /days$/ }).innerText() } : {}),
  };
}

/** The rows that a key was made with and that are not None, without those that a parent brings along. */
function setRows(rows: Readonly<Record<string, string>>, { key }: Recipe, version: Version) {
  const top = matrixOf(key.kind, version).map(({ row }) => row);
  const needed = key.rows.filter(({ optional }) => !optional).map(({ row }) => row);
  return Object.fromEntries(
    Object.entries(rows).filter(
      ([row, choice]) => (top.includes(row) || needed.includes(row)) && choice !== 'None',
    ),
  );
}

/** The recipe's rows in the words of a version. */
function wantedRows({ key }: Recipe, version: Version) {
  const needed = key.rows.filter(({ optional }) => !optional);
  return Object.fromEntries(
    needed.map(({ row, choice }) => {
      if (version !== 'feb-2024') return [row, choice];
      const [old, most] = OF_2024[row] ?? [row, choice];
      return [old, most];
    }),
  );
}

/** Two rows had other words in June 2024. */
const OF_2024: Readonly<Record<string, readonly [row: string, choice: string]>> = {
  'List models': ['Models', 'Read'],
  'Model capabilities': ['Model capabilities', 'Write'],
};
