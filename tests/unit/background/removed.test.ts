import { expect, test } from 'vitest';
import { createMemory } from '@/lib/background/memory';
import { createRecipeBook } from '@/lib/background/recipe-book';
import { createRemoved } from '@/lib/background/removed';
import { makeBrowser, memoryArea, PASSPHRASE } from '../vault/harness';
import { localArea, vendorRecipe } from './recipe-fixtures';

const SETTINGS = {
  adapter: 'vault-kv',
  label: 'Vault prod',
  settings: { token: 'hvs.FAKE-token-of-a-writer' },
};

async function world() {
  const vault = makeBrowser().start();
  await vault.create(PASSPHRASE);
  const book = createRecipeBook(localArea(), () => crypto.randomUUID());
  const area = memoryArea();
  // As the worker has it after each of its deaths.
  const begin = () => createRemoved({ vault, book, memory: createMemory(area) });
  return { vault, book, area, begin };
}

test('A destination that was removed comes back as it was, also after the worker’s death.', async () => {
  const { vault, area, begin } = await world();
  await vault.putDestination('one', SETTINGS);
  await begin().destination('one', () => vault.removeDestination('one'));
  expect(await vault.readDestination('one')).toBeUndefined();
  expect(await begin().views()).toEqual([{ kind: 'destination', id: 'one', name: 'Vault prod' }]);
  // Its credential is nowhere in clear meanwhile.
  expect([...area.kept.values()].join()).not.toContain('hvs.FAKE');

  await begin().restore('one');
  expect(await vault.readDestination('one')).toEqual(SETTINGS);
  expect(await vault.destinationDamage()).toEqual([]);
  expect(await begin().views()).toEqual([]);
});

test('Nothing comes back after the lock.', async () => {
  const { vault, begin } = await world();
  await vault.putDestination('one', SETTINGS);
  const removed = begin();
  await removed.destination('one', () => vault.removeDestination('one'));
  await vault.lock();
  await expect(removed.restore('one')).rejects.toMatchObject({ code: 'vault_locked' });
  await removed.forget();
  await vault.unlock({ passphrase: PASSPHRASE });
  expect(await removed.views()).toEqual([]);
  await expect(removed.restore('one')).rejects.toMatchObject({ code: 'unknown_item' });
});

const failing = () => Promise.reject(new Error('disk'));

test('A removal that fails leaves nothing to undo.', async () => {
  const { vault, begin } = await world();
  await vault.putDestination('one', SETTINGS);
  await expect(begin().destination('one', failing)).rejects.toThrow('disk');
  expect(await begin().views()).toEqual([]);
});

test('A recipe of one’s own comes back under its id; a packaged one never went.', async () => {
  const { book, begin } = await world();
  const id = await book.add({ recipe: vendorRecipe(), origin: 'own', addedAt: 7 });
  const before = (await book.read()).find(id);
  await begin().recipe(id, () => book.remove(id));
  await begin().recipe('doit', () => book.remove('doit'));
  expect((await book.read()).find(id)).toBeUndefined();
  expect(await begin().views()).toEqual([{ kind: 'recipe', id, name: 'Acme' }]);
  await begin().restore(id);
  expect((await book.read()).find(id)).toEqual(before);
});
