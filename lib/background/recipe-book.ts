import * as z from 'zod/mini';
import { KeyferryError } from '@/lib/domain/errors';
import type { RecipeOrigin } from '@/lib/domain/views';
import { CATALOGUE } from '@/lib/recipes/catalogue';
import { recipeSchema, type Recipe } from '@/lib/recipes/recipe';

/** The part of `browser.storage.local` that is used. Recipes hold no secret. */
export interface RecipeArea {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** A recipe with where it came from. */
export interface BookEntry {
  readonly recipe: Recipe;
  readonly origin: RecipeOrigin;
  /** The file's name, or the address. */
  readonly from?: string | undefined;
  readonly addedAt?: number;
}

/** Every recipe at one moment: the packaged ones first, then one's own and the imported, oldest first. */
export interface RecipeBook {
  readonly entries: readonly BookEntry[];
  /** Ids of entries that can't be read. They stay where they are until the person removes them. */
  readonly damaged: readonly string[];
  /** Ids of the recipes that were used last, newest first. */
  readonly recent: readonly string[];
  find(id: string | undefined): BookEntry | undefined;
}

const PREFIX = 'recipe:';
const RECENT = 'recentRecipes';
const RECENT_KEPT = 5;

const recentSchema = z.array(z.string());
/** An entry of the book as it is kept. */
export const storedSchema = z.strictObject({
  recipe: recipeSchema,
  origin: z.enum(['own', 'imported']),
  from: z.optional(z.string()),
  addedAt: z.number(),
});

/** An entry that is kept, and not packaged. */
export type StoredEntry = z.infer<typeof storedSchema>;

const PACKAGED: readonly BookEntry[] = CATALOGUE.map((recipe) => ({ recipe, origin: 'catalogue' }));

/** Keeps one's own and imported recipes beside the packaged ones. */
export function createRecipeBook(area: RecipeArea, newId: () => string) {
  /** Never fails: a disk that can't be read must not keep the packaged recipes, or a key, from being used. */
  async function read(): Promise<RecipeBook> {
    const stored = await area.get(null).catch(() => undefined);
    const found = Object.entries(stored ?? {})
      .filter(([key]) => key.startsWith(PREFIX))
      .map(([key, value]) => ({ id: key.slice(PREFIX.length), entry: parse(key, value) }));
    const kept = found
      .flatMap(({ entry }) => entry ?? [])
      .toSorted((a, b) => a.addedAt - b.addedAt);
    const entries = [...PACKAGED, ...kept];
    const recent = recentSchema.safeParse(stored?.[RECENT]);
    return {
      entries,
      damaged: found.filter(({ entry }) => !entry).map(({ id }) => id),
      recent: recent.success ? recent.data : [],
      find: (id) => entries.find(({ recipe }) => recipe.id === id),
    };
  }

  /**
   * Keeps a recipe under an id of the book's own making: it can be no packaged recipe's id, now or
   * after an update, and no key or delivery of an earlier import turns to it.
   */
  async function add(entry: StoredEntry): Promise<string> {
    const { recipe, origin } = entry;
    const id = `${origin}-${recipe.id.slice(0, 40)}-${newId().slice(0, 8)}`;
    await put(id, entry);
    return id;
  }

  /** @throws KeyferryError `unknown_recipe` when this is no recipe of one's own. */
  async function replaceOwn(id: string, recipe: Recipe): Promise<void> {
    const present = (await read()).find(id);
    if (present?.origin !== 'own' || present.addedAt === undefined) {
      throw new KeyferryError('unknown_recipe');
    }
    await put(id, { recipe, origin: 'own', addedAt: present.addedAt });
  }

  /** Keeps an entry of a backup under its own id, unless there is one. */
  async function restore(entry: StoredEntry): Promise<void> {
    const key = PREFIX + entry.recipe.id;
    const stored = await area.get([key]);
    if (!(key in stored) && parse(key, entry)) await area.set({ [key]: entry });
  }

  async function put(id: string, entry: StoredEntry): Promise<void> {
    const kept = storedSchema.parse({ ...entry, recipe: { ...entry.recipe, id } });
    await area.set({ [PREFIX + id]: kept });
  }

  /** Removes an entry, a damaged one too. Packaged recipes are not kept here, and stay. */
  async function remove(id: string): Promise<void> {
    await area.remove([PREFIX + id]);
  }

  /** Remembers that a recipe was used; a list of comfort, so nothing fails with it. */
  async function used(id: string): Promise<void> {
    const { recent } = await read();
    const next = [id, ...recent.filter((each) => each !== id)].slice(0, RECENT_KEPT);
    await area.set({ [RECENT]: next }).catch(() => undefined);
  }

  return { read, add, restore, replaceOwn, remove, used };
}

/** See {@link createRecipeBook}. */
export type RecipeBookStore = ReturnType<typeof createRecipeBook>;

/** What is stored under a key, when it is whole and stands under its own id. */
function parse(key: string, value: unknown): StoredEntry | undefined {
  const { success, data } = storedSchema.safeParse(value);
  if (!success) return undefined;
  const isOwnId = data.recipe.id.startsWith(`${data.origin}-`) && key === PREFIX + data.recipe.id;
  return isOwnId ? data : undefined;
}
