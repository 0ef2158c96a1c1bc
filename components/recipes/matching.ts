import type { KeyKind } from '@/lib/domain/api-key';
import type { RecipeOrigin, RecipeView } from '@/lib/domain/views';

/** The groups of a list of recipes, in their order. */
export const GROUPS = ['catalogue', 'own', 'imported'] as const satisfies readonly RecipeOrigin[];

/** The recipes whose product, purpose or kind of key has every typed word, in their own order. */
export function matching(
  recipes: readonly RecipeView[],
  query: string,
  kindWords: (kind: KeyKind) => string,
): readonly RecipeView[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return recipes.filter(({ product, purpose, keyKind }) => {
    const text = `${product} ${purpose} ${kindWords(keyKind)}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The recipes that were used last, and the others by where they came from; each once. */
export function grouped(
  recipes: readonly RecipeView[],
  recentIds: readonly string[],
): { readonly recent: readonly RecipeView[]; readonly groups: readonly Group[] } {
  const recent = recentIds.flatMap((id) => recipes.find((each) => each.id === id) ?? []);
  const others = recipes.filter((each) => !recent.includes(each));
  return {
    recent,
    groups: GROUPS.map((origin) => ({
      origin,
      recipes: others.filter((each) => each.origin === origin),
    })),
  };
}

interface Group {
  readonly origin: RecipeOrigin;
  readonly recipes: readonly RecipeView[];
}
