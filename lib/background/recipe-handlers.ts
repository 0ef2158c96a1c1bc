import { KeyferryError } from '@/lib/domain/errors';
import type { RecipeAnswers, recipeMessages } from '@/lib/messaging/recipe-messages';
import type { Handlers } from '@/lib/messaging/router';
import { browser } from '@/lib/browser';
import { needsSecondDecision } from '@/lib/recipes/compare';
import { lintRecipe } from '@/lib/recipes/lint';
import type { Recipe } from '@/lib/recipes/recipe';
import { destinationViews } from './destination-views';
import { fetchRecipe, keptFrom } from './fetch-recipe';
import { ownRecipe, recipeDetails } from './recipe-details';
import type { Services } from './services';

type RecipeHandlers = Pick<Handlers, keyof typeof recipeMessages>;

/** The use cases about recipes: read, import, make one's own, remove. */
export function createRecipeHandlers(services: Services): RecipeHandlers {
  const { book, guides, memory, removed, vault, io, now } = services;

  /** Access that was given to read one file is given back, unless a destination is there too. */
  async function giveBack(origin: string): Promise<void> {
    const destinations = await destinationViews(vault, await book.read());
    if (destinations.some((each) => each.origins.includes(origin))) return;
    await browser.permissions.remove({ origins: [origin] }).catch(() => false);
  }

  return {
    async 'recipe/read'({ recipeId }): Promise<RecipeAnswers['recipe/read']> {
      const entry = (await book.read()).find(recipeId);
      if (!entry) throw new KeyferryError('unknown_recipe');
      return recipeDetails(entry);
    },
    async 'recipe/fetch'({ url }) {
      const origin = `${new URL(url).origin}/*`;
      if (!(await browser.permissions.contains({ origins: [origin] }))) {
        throw new KeyferryError('permission_needed', [new URL(url).host]);
      }
      try {
        return { text: await fetchRecipe(url, io) };
      } finally {
        await giveBack(origin);
      }
    },
    async 'recipe/preview'({ text, from }) {
      const { recipe, problems, warnings } = lintRecipe(text);
      if (!recipe) return { problems };
      const entry = { recipe, origin: 'imported' as const, from: keptFrom(from) };
      return { details: recipeDetails(entry), doubts: warnings };
    },
    async 'recipe/import'({ text, from, secondDecision }) {
      const recipe = checked(text);
      if (needsSecondDecision(recipe) && !secondDecision) {
        throw new KeyferryError('second_decision_needed');
      }
      const kept = keptFrom(from);
      const recipeId = await book.add({
        recipe,
        origin: 'imported',
        addedAt: now(),
        ...(kept === undefined ? {} : { from: kept }),
      });
      await memory.touch();
      return { recipeId };
    },
    async 'recipe/save'({ recipeId, recipe: own }) {
      const day = new Date(now()).toISOString().slice(0, 10);
      const recipe = checked(JSON.stringify(ownRecipe(own, day), null, 2));
      if (recipeId !== undefined) await book.replaceOwn(recipeId, recipe);
      const saved = recipeId ?? (await book.add({ recipe, origin: 'own', addedAt: now() }));
      await memory.touch();
      return { recipeId: saved };
    },
    async 'recipe/remove'({ recipeId }) {
      await removed.recipe(recipeId, () => book.remove(recipeId));
      const { guides: running } = await memory.read();
      for (const [tabId, guide] of Object.entries(running)) {
        if (guide.recipeId === recipeId && !guide.captured) await guides.end(Number(tabId));
      }
      await memory.touch();
      return null;
    },
  };
}

/** @throws KeyferryError `recipe_invalid` with the first problem's reason. */
function checked(text: string): Recipe {
  const { recipe, problems } = lintRecipe(text);
  if (recipe) return recipe;
  throw new KeyferryError('recipe_invalid', [problems[0]?.reason ?? '']);
}
