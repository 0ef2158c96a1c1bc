import { describe, expect, test } from 'vitest';
import { createRecipeBook, type StoredEntry } from '@/lib/background/recipe-book';
import { CATALOGUE } from '@/lib/recipes/catalogue';
import { localArea, vendorRecipe } from './recipe-fixtures';

function createWorld() {
  const area = localArea();
  let ids = 0;
  const book = createRecipeBook(area, () => `${(ids += 1)}`.padStart(8, '0'));
  return { area, book };
}
const imported = (more: Partial<StoredEntry> = {}): StoredEntry => ({
  recipe: vendorRecipe(),
  origin: 'imported',
  from: 'acme.json',
  addedAt: 5,
  ...more,
});

test('An empty book holds the packaged recipes, in their order.', async () => {
  const { entries, damaged, recent } = await createWorld().book.read();
  expect(entries.map(({ recipe }) => recipe)).toEqual(CATALOGUE);
  expect(new Set(entries.map(({ origin }) => origin))).toEqual(new Set(['catalogue']));
  expect([damaged, recent]).toEqual([[], []]);
});

describe('A kept recipe', () => {
  test('stands after the packaged ones, with its origin.', async () => {
    const { book } = createWorld();
    const id = await book.add(imported());
    const read = await book.read();
    expect(read.entries.at(-1)).toEqual({
      recipe: vendorRecipe({ id }),
      origin: 'imported',
      from: 'acme.json',
      addedAt: 5,
    });
    expect(read.find(id)?.recipe.product).toBe('Acme');
  });

  test('takes no packaged recipe’s place, whatever it calls itself.', async () => {
    const { book } = createWorld();
    const id = await book.add(imported({ recipe: vendorRecipe({ id: 'doit' }) }));
    const read = await book.read();
    expect(id).toBe('imported-doit-00000001');
    expect(read.find('doit')).toMatchObject({ origin: 'catalogue', recipe: { product: 'DoiT' } });
  });

  test('keeps its id apart from another import of the same file.', async () => {
    const { book } = createWorld();
    const first = await book.add(imported());
    expect(await book.add(imported())).not.toBe(first);
  });

  test('with the longest id is still one that can be read.', async () => {
    const { book } = createWorld();
    const id = await book.add(imported({ recipe: vendorRecipe({ id: 'a'.repeat(60) }) }));
    expect((await book.read()).find(id)).toBeDefined();
  });

  test('is gone when it was removed; a packaged one can’t be.', async () => {
    const { book } = createWorld();
    const id = await book.add(imported());
    await book.remove(id);
    await book.remove('doit');
    const read = await book.read();
    expect([read.find(id), read.find('doit')?.origin]).toEqual([undefined, 'catalogue']);
  });
});

test('No packaged recipe has an id that the book could give.', () => {
  expect(CATALOGUE.filter(({ id }) => /^(?:own|imported)-/.test(id))).toEqual([]);
});

test('A recipe of one’s own changes in place; others don’t.', async () => {
  const { book } = createWorld();
  const own = await book.add({ recipe: vendorRecipe(), origin: 'own', addedAt: 1 });
  const other = await book.add(imported());
  await book.replaceOwn(own, vendorRecipe({ purpose: 'something else' }));
  expect((await book.read()).find(own)).toMatchObject({
    addedAt: 1,
    recipe: { id: own, purpose: 'something else' },
  });
  for (const id of [other, 'doit', 'own-nothing']) {
    await expect(book.replaceOwn(id, vendorRecipe())).rejects.toThrow('unknown_recipe');
  }
});

describe('What can’t be read', () => {
  test.each<[string, (id: string) => unknown]>([
    ['a text', () => 'damaged'],
    ['a recipe without its key', () => ({ ...imported(), recipe: { product: 'x' } })],
    ['an entry that calls itself packaged', (id) => entry(id, { origin: 'catalogue' })],
    ['an entry under another’s id', () => entry('imported-other-1')],
    ['an entry under a packaged recipe’s id', () => entry('doit')],
    ['an entry with more than is known', (id) => entry(id, { script: 'x' })],
  ])('is named, left out and not lost: %s', async (_title, stored) => {
    const { area, book } = createWorld();
    const whole = await book.add(imported());
    const id = 'imported-acme-7';
    await area.set({ [`recipe:${id}`]: stored(id) });
    const read = await book.read();
    expect(read.damaged).toEqual([id]);
    expect(read.find(id)).toBeUndefined();
    expect(read.find('doit')?.origin).toBe('catalogue');
    expect(read.find(whole)).toBeDefined();
    expect(area.kept.has(`recipe:${id}`)).toBe(true);
    await book.remove(id);
    expect((await book.read()).damaged).toEqual([]);
  });

  test('as a whole leaves the packaged recipes.', async () => {
    const area = { ...localArea(), get: () => Promise.reject(new Error('The disk is gone.')) };
    const { entries } = await createRecipeBook(area, () => 'x').read();
    expect(entries).toHaveLength(CATALOGUE.length);
  });
});

test('The recipes that were used last come first, each once, and not all of them.', async () => {
  const { book } = createWorld();
  for (const id of ['a', 'b', 'a', 'c', 'd', 'e', 'f']) await book.used(id);
  expect((await book.read()).recent).toEqual(['f', 'e', 'd', 'c', 'a']);
});

function entry(id: string, more: object = {}): unknown {
  return { ...imported(), recipe: vendorRecipe({ id }), ...more };
}
