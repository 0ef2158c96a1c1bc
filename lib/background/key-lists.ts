import { matchesKey, sortKeys, type KeyFilter, type KeySort } from '@/lib/domain/key-list';
import type { DiscardedView, KeyPage, KeyView } from '@/lib/domain/views';
import { labelsOf } from './destination-views';
import { keyFilter } from './key-filter';
import { factsOf, keyView } from './key-views';
import type { RecipeBook } from './recipe-book';
import type { Services } from './services';

type Needs = Pick<Services, 'vault' | 'db' | 'book' | 'memory' | 'io'>;

/** Which keys are asked for, in which order. */
interface KeyQuery {
  readonly query: string;
  readonly filter?: KeyFilter | undefined;
  readonly sort: KeySort;
  readonly offset: number;
  readonly limit: number;
}

/** One page of the keys that fit a query and a filter. Only what is on it is opened. */
export async function listKeys(
  services: Needs,
  { query, filter = {}, sort, offset, limit }: KeyQuery,
): Promise<KeyPage> {
  const recipes = await services.book.read();
  const items = await services.vault.items();
  const known = items.map((item) => factsOf(item, recipes));
  const fits = await keyFilter(services, filter);
  const found = known.filter((key) => matchesKey(key, query) && fits(key));
  const ids = sortKeys(found, sort)
    .slice(offset, offset + limit)
    .map(({ id }) => id);
  const products = new Set(known.flatMap(({ product }) => product ?? []));
  return {
    keys: await viewsOf(services, ids, recipes),
    total: found.length,
    products: [...products].toSorted((a, b) => a.localeCompare(b)),
  };
}

/** These keys as they are shown; what is not there is left out. */
export async function viewsOf(
  services: Needs,
  ids: readonly string[],
  recipes: RecipeBook,
): Promise<KeyView[]> {
  if (ids.length === 0) return [];
  const labels = labelsOf(services.vault, recipes);
  const looked = await services.vault.look(ids);
  const { choices, proofs } = await services.memory.read();
  return Promise.all(
    looked.map((each) => keyView(services, each, { book: recipes, labels, choices, proofs })),
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
