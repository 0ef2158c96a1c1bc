import type { RecipeArea } from '@/lib/background/recipe-book';
import { doit } from '@/lib/recipes/doit';
import type { Recipe } from '@/lib/recipes/recipe';

/** A vendor's recipe that asks for no more than DoiT's. */
export function vendorRecipe(more: Partial<Recipe> = {}): Recipe {
  const { portal: _portal, ...rest } = doit;
  return { ...rest, id: 'acme-costs', product: 'Acme', purpose: 'cost reports', ...more };
}

/** Memory that behaves like `browser.storage.local`: JSON only. */
export function localArea(): RecipeArea & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get: async (keys) =>
      Object.fromEntries(
        [...kept]
          .filter(([key]) => keys?.includes(key) ?? true)
          .map(([key, text]) => [key, JSON.parse(text) as unknown]),
      ),
    async set(items) {
      for (const [key, value] of Object.entries(items)) kept.set(key, JSON.stringify(value));
    },
    async remove(keys) {
      for (const key of keys) kept.delete(key);
    },
  };
}
