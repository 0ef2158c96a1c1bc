import { matchesKey, sortKeys, type KeySort } from '@/lib/domain/key-list';
import type { DiscardedView, KeyPage, KeyView } from '@/lib/domain/views';
import { destinationViews } from './destination-views';
import { factsOf, keyView } from './key-views';
import type { RecipeBook } from './recipe-book';
import type { Services } from './services';

type Needs = Pick<Services, 'vault' | 'db' | 'book' | 'memory'>;

/** Which keys are asked for, in which order. */
interface KeyQuery {
  readonly query: string;
  readonly sort: KeySort;
  readonly offset: number;
  readonly limit: number;
}

/** One page of the keys that fit a query. Only what is on it is opened. */
export async function listKeys(
  services: Needs,
  { query, sort, offset, limit }: KeyQuery,
): Promise<KeyPage> {
  const recipes = await services.book.read();
  const items = await services.vault.items();
  const found = items.map((item) => factsOf(item, recipes)).filter((key) => matchesKey(key, query));
  const ids = sortKeys(found, sort)
    .slice(offset, offset + limit)
    .map(({ id }) => id);
  return { keys: await viewsOf(services, ids, recipes), total: found.length };
}

/** These keys as they are shown; what is not there is left out. */
export async function viewsOf(
  services: Needs,
  ids: readonly string[],
  recipes: RecipeBook,
): Promise<KeyView[]> {
  if (ids.length === 0) return [];
  const destinations = await destinationViews(services.vault, recipes);
  const looked = await services.vault.look(ids);
  const { proofs } = await services.memory.read();
  return Promise.all(
    looked.map((each) => keyView(services, each, { book: recipes, destinations, proofs })),
  );
}

/** The keys that can still be brought back. */
export async function discardedViews(
  { vault }: Needs,
  recipes: RecipeBook,
): Promise<DiscardedView[]> {
  return (await vault.discarded()).map(({ id, redacted, details }) => {
    const product = recipes.find(details.recipeId)?.recipe.product ?? details.name;
    return { id, redacted, ...(product ? { product } : {}) };
  });
}
