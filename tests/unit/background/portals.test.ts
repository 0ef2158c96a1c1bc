import { beforeEach, describe, expect, test } from 'vitest';
import { atOwnAddress, keepAddress, portalOf, portalViews } from '@/lib/background/portals';
import type { RecipeBook } from '@/lib/background/recipe-book';
import type { PortalRecipe } from '@/lib/delivery/portal';
import { CATALOGUE } from '@/lib/recipes/catalogue';
import type { Vault } from '@/lib/vault/vault';

const NOW = Date.UTC(2026, 10, 21);
const kept = new Map<string, unknown>();
const vault = {
  readDestination: async (id: string) => kept.get(id),
  putDestination: async (id: string, value: unknown) => void kept.set(id, value),
  removeDestination: async (id: string) => void kept.delete(id),
} as unknown as Vault;
const entries = CATALOGUE.map((recipe) => ({ recipe, origin: 'catalogue' as const }));
const book = {
  entries,
  find: (id: string) => entries.find(({ recipe }) => recipe.id === id),
} as unknown as RecipeBook;

function recipeOf(id: string): PortalRecipe {
  const recipe = portalOf(`portal:${id}`, book);
  if (!recipe) throw new Error(`No portal: ${id}`);
  return recipe;
}

beforeEach(() => kept.clear());

describe('The address of one’s own instance', () => {
  test('is the origin of what was confirmed, until it is taken back.', async () => {
    const innoslate = recipeOf('innoslate');
    await keepAddress(vault, innoslate, 'https://Innoslate.acme.example/some/page?x=1', NOW);
    const mine = await atOwnAddress(vault, innoslate);
    expect(mine.portal.origin).toBe('https://innoslate.acme.example');
    expect(mine.portal.start).toBe('https://innoslate.acme.example/');
    await keepAddress(vault, innoslate, undefined, NOW);
    expect(await atOwnAddress(vault, innoslate)).toEqual(innoslate);
    expect(kept.size).toBe(0);
  });

  test.each([
    ['innoslate', 'https://platform.openai.com'],
    ['innoslate', 'https://openai.com.acme.example'],
    ['innoslate', 'https://xn--penai-m4a.example'],
    ['innoslate', 'https://me:secret@innoslate.acme.example'],
    ['doit', 'https://console.doit.example'],
    ['bubble', 'https://bubble.example'],
  ])('of %s is never %s.', async (id, address) => {
    const kind = { code: 'address_refused' };
    await expect(keepAddress(vault, recipeOf(id), address, NOW)).rejects.toMatchObject(kind);
    expect(kept.size).toBe(0);
  });

  test('is the place where a key can go, with the product’s own beside it.', async () => {
    await keepAddress(vault, recipeOf('innoslate'), 'https://innoslate.acme.example:8443', NOW);
    const views = await portalViews(vault, book);
    expect(views.find(({ id }) => id === 'portal:innoslate')).toMatchObject({
      origins: ['https://innoslate.acme.example/*'],
      home: 'https://cloud.innoslate.com',
    });
    expect(views.find(({ id }) => id === 'portal:doit')).not.toHaveProperty('home');
  });
});

test('A product’s form takes what any of its recipes makes.', async () => {
  const views = await portalViews(vault, book);
  const accepts = Object.fromEntries(views.map((view) => [view.id, view.accepts]));
  expect(accepts['portal:quolum']).toEqual(['project', 'service-account', 'legacy', 'admin']);
  expect(accepts['portal:doit']).toEqual(['admin']);
});
