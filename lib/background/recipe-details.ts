import type { OwnRecipe, RecipeDetails } from '@/lib/messaging/recipe-messages';
import { CATALOGUE, recipeById } from '@/lib/recipes/catalogue';
import { beyond, nearestRecipe, needsSecondDecision } from '@/lib/recipes/compare';
import type { Recipe } from '@/lib/recipes/recipe';
import { pageFor } from '@/lib/dashboard/routes';
import type { BookEntry } from './recipe-book';

/** Everything to know of a recipe before using it. A packaged one is compared with none. */
export function recipeDetails({ recipe, origin, from, addedAt }: BookEntry): RecipeDetails {
  const nearest = origin === 'catalogue' ? undefined : nearestRecipe(recipe, CATALOGUE);
  const instead = recipeById(recipe.instead?.id);
  return {
    recipe,
    origin,
    ...(from === undefined ? {} : { from }),
    ...(addedAt === undefined ? {} : { addedAt }),
    ...(recipe.portal ? { portalHost: new URL(recipe.portal.origin).host } : {}),
    ...(nearest
      ? { nearest: { id: nearest.id, product: nearest.product, purpose: nearest.purpose } }
      : {}),
    beyond: nearest ? beyond(recipe, nearest) : [],
    secondDecision: needsSecondDecision(recipe),
    ...(instead && recipe.instead
      ? { instead: { id: instead.id, purpose: instead.purpose, when: recipe.instead.when } }
      : {}),
  };
}

/**
 * A recipe of one's own, with what nobody needs to type. Its source is the page on which its key is
 * made: there are no instructions that it was made from.
 * @param day today, as `2026-11-21`
 */
export function ownRecipe(own: OwnRecipe, day: string): Recipe {
  const { kind, permission, reason, name, rows, expiresInDays } = own;
  return {
    id: idOf(own.product),
    product: own.product,
    purpose: own.purpose,
    source: { title: 'OpenAI', url: pageFor(kind).url, read: day },
    key: {
      kind,
      name,
      permission,
      reason,
      rows:
        permission === 'restricted' ? rows.map((row) => ({ ...row, reason, optional: false })) : [],
      ...(expiresInDays === undefined ? {} : { expiresInDays }),
    },
    needs: { openai: kind === 'admin' ? 'owner' : 'member' },
    place: own.place,
    proof: { by: 'permission-report' },
  };
}

function idOf(product: string): string {
  const plain = product
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  return plain.replaceAll(/^-|-$/g, '').slice(0, 40) || 'recipe';
}
