import type { RecipeView } from '@/lib/domain/views';

/** The recipes whose product or purpose has every typed word, in their own order. */
export function matching(recipes: readonly RecipeView[], query: string): readonly RecipeView[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return recipes.filter(({ product, purpose }) => {
    const text = `${product} ${purpose}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}
