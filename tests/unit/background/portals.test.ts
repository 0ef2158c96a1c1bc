import { beforeEach, describe, expect, test } from 'vitest';
import {
  atOwnAddress,
  byItself,
  keepAddress,
  portalOf,
  portalViews,
} from '@/lib/background/portals';
import type { RecipeBook } from '@/lib/background/recipe-book';
import type { Services } from '@/lib/background/services';
import type { PortalRecipe } from '@/lib/delivery/portal';
import type { Delivery } from '@/lib/domain/delivery';
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

describe('The press that sends a key is enough to fill it in', () => {
  const MINUTE = 60_000;
  const before: Delivery = {
    id: 'before',
    itemId: 'old',
    destinationId: 'portal:innoslate',
    operationId: 'o',
    state: 'confirmed',
    attempt: 1,
    createdAt: NOW - 90 * 24 * 60 * MINUTE,
    updatedAt: NOW,
    written: 'API Key',
    proof: 'confirmed-by-you',
  };
  const now: Delivery = {
    ...before,
    id: 'now',
    itemId: 'new',
    state: 'sending',
    createdAt: NOW - MINUTE,
  };
  const enough = (rows: readonly Delivery[], delivery = now, id = 'innoslate') => {
    const db = { deliveries: { to: async () => rows } } as unknown as Services['db'];
    return byItself({ vault, db }, recipeOf(id), delivery, NOW);
  };

  test('where a key that was filled in has arrived before.', async () => {
    expect(await enough([before, now])).toBe('fill');
    expect(await enough([now])).toBeUndefined();
    expect(await enough([{ ...before, state: 'failed' }, now])).toBeUndefined();
    const { written: _written, ...byHand } = before;
    expect(await enough([byHand, now])).toBeUndefined();
  });

  test('and for the product’s test, where that was seen to pass the last time.', async () => {
    const tested: Delivery = { ...before, proof: 'tested' };
    expect(await enough([tested], now, 'doit')).toBe('test');
    const later: Delivery = { ...before, id: 'later', createdAt: NOW - 60 * MINUTE };
    expect(await enough([later, tested], now, 'doit')).toBe('fill');
  });

  test('for two minutes, and not for what is tried again.', async () => {
    expect(await enough([before], { ...now, createdAt: NOW - 3 * MINUTE })).toBeUndefined();
    expect(await enough([before], { ...now, attempt: 2 })).toBeUndefined();
    expect(await enough([before], { ...now, state: 'sent' })).toBeUndefined();
  });

  test('at the address at which that was, and at no other.', async () => {
    const mine = 'https://innoslate.acme.example';
    await keepAddress(vault, recipeOf('innoslate'), mine, NOW - 2 * MINUTE);
    expect(await enough([before])).toBeUndefined();
    const since: Delivery = { ...before, createdAt: NOW - 2 * MINUTE };
    expect(await enough([before, since])).toBe('fill');
    kept.set('portal:innoslate', { origin: mine });
    expect(await enough([before, since])).toBeUndefined();
  });
});
