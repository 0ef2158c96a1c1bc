import { expect, test } from 'vitest';
import { lintRecipe } from '@/lib/recipes/lint';
import { recipeSchema } from '@/lib/recipes/recipe';
import { acmeCosts } from './acme-costs';

test('the recipe is one, and the lint has nothing against it', () => {
  expect(recipeSchema.parse(acmeCosts)).toEqual(acmeCosts);
  expect(lintRecipe(JSON.stringify(acmeCosts))).toMatchObject({ problems: [], warnings: [] });
});

test('a row that the dashboard does not have is named with its line', () => {
  const [row] = acmeCosts.key.rows;
  const wrong = { ...acmeCosts, key: { ...acmeCosts.key, rows: [{ ...row, row: 'Usage' }] } };
  const { problems } = lintRecipe(JSON.stringify(wrong, null, 2));
  expect(problems).toHaveLength(1);
  expect(problems[0]?.line).toBeGreaterThan(10);
});
