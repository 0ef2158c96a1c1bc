import { CATALOGUE } from '@/lib/recipes/catalogue';
import { beyond, nearestRecipe, needsSecondDecision } from '@/lib/recipes/compare';
import type { Recipe } from '@/lib/recipes/recipe';

const KINDS = { admin: 'an admin key', project: 'a project key' } as const;
const PERMISSIONS = { all: 'All', restricted: 'Restricted', 'read-only': 'Read only' } as const;

/** What a recipe asks and where its key goes, as lines for a terminal. */
export function summaryOf(recipe: Recipe): string[] {
  const { product, purpose, key, place, portal, needs, source } = recipe;
  return [
    `${product}: ${purpose}`,
    `  makes       ${KINDS[key.kind]}, named “${key.name}”, ${expiryOf(recipe)}`,
    `  permission  ${PERMISSIONS[key.permission]}. ${key.reason}`,
    ...key.rows.map(
      ({ row, choice, optional, reason }) =>
        `    ${row}: ${choice}${optional ? ' (optional)' : ''}. ${reason}`,
    ),
    `  needs       the role ${needs.openai} at OpenAI. ${needs.product ?? ''}`.trimEnd(),
    `  goes to     ${place}`,
    ...(portal ? [`  filled in   ${portal.value} at ${portal.origin}`] : []),
    `  source      ${source.title}, ${source.url}, read on ${source.read}`,
    `  compared    ${comparisonOf(recipe)}`,
    ...(recipe.unconfirmed ? [`  unconfirmed ${recipe.unconfirmed}`] : []),
    ...(needsSecondDecision(recipe)
      ? [
          '  people are asked a second time, because the key can change the organization or do everything',
        ]
      : []),
  ];
}

function expiryOf({ key }: Recipe): string {
  return key.expiresInDays === undefined
    ? 'valid until it is revoked'
    : `valid for ${key.expiresInDays} days`;
}

function comparisonOf(recipe: Recipe): string {
  const nearest = nearestRecipe(recipe, CATALOGUE);
  if (!nearest) return 'The catalogue has no recipe for this kind of key.';
  const name = `${nearest.product} (${nearest.purpose})`;
  const more = beyond(recipe, nearest).map(({ row, choice, than }) =>
    than ? `${row}: ${choice} instead of ${than}` : `${row}: ${choice}`,
  );
  return more.length === 0
    ? `Asks nothing beyond ${name}.`
    : `Beyond ${name} it asks ${more.join('; ')}.`;
}
