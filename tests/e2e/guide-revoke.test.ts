import { expect, test } from 'vitest';
import type { FakeKey } from '../standin/key-store';
import { anyPopup, ask, fillAndTest, finish, sendToDoit } from './journey';
import { guideWorld, pressCreate } from './guide-world';
import type { Tab } from './harness/driver';

const world = guideWorld();
const SAVED = 'Saved. You can close this dialog.';

/** Makes a key with its guide and closes its page. @returns the key's item. */
async function made(recipeId: 'doit' | 'bubble'): Promise<{ id: string; key: FakeKey }> {
  const page = await world.start(recipeId);
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
  await pressCreate(page, recipeId === 'doit' ? 'admin' : 'project');
  await page.callout().waitForText(SAVED);
  await page.close();
  const [key] = world.standin.state.store.keys;
  const { keys } = await world.state();
  const item = keys.find(({ redacted }) => key?.value.endsWith(redacted.slice(-4)));
  if (!key || !item) throw new Error('No key was made.');
  return { id: item.id, key };
}

async function revoke(itemId: string, url: string): Promise<Tab> {
  await ask(world.app, 'guide/revoke', { itemId });
  return world.driver.waitForTab(url);
}

test.each([
  ['doit', 'https://platform.openai.com/settings/organization/admin-keys'],
  ['bubble', 'https://platform.openai.com/api-keys'],
] as const)(
  '%s: the row is found, the last press is the person’s, and the end is seen',
  async (id, url) => {
    const { store } = world.standin.state;
    const { id: itemId, key } = await made(id);
    store.create({ ...key, name: 'Another' });
    const page = await revoke(itemId, url);
    const said = await page.callout().waitForText(`Find “${key.name}”`);
    expect(said).toContain(key.value.slice(-4));
    expect(said).toContain('Keyferry delivered it nowhere.');
    await page.callout().press('Fill this');
    await page.callout().waitForText(`Check it, then revoke “${key.name}”`);
    expect(await page.callout().buttons()).toEqual(['Stop the guide']);
    expect(key.revoked).toBe(false);
    await page.press({ role: 'button', name: 'Revoke key' });
    await page.callout().waitForText('Revoked.');
    expect(store.keys.filter(({ revoked }) => revoked)).toEqual([key]);
  },
);

test('nothing is pointed at while two rows fit', async () => {
  const { store } = world.standin.state;
  const { id, key } = await made('bubble');
  const twin = store.create({ ...key });
  Object.assign(twin, { value: `${twin.value.slice(0, -4)}${key.value.slice(-4)}` });
  const page = await revoke(id, 'https://platform.openai.com/api-keys');
  await page.callout().waitForText('Several keys fit');
  expect(await page.callout().buttons()).toEqual(['Stop the guide']);
});

test('a key that is not listed is said to be so', async () => {
  const { id } = await made('bubble');
  world.standin.state.store.reset();
  const page = await revoke(id, 'https://platform.openai.com/api-keys');
  const said = await page.callout().waitForText('is not in the list');
  expect(said).toContain('Check the project, the filter and the search');
});

test('Replace: the new key is delivered and proved before the old one is revoked', async () => {
  const { store } = world.standin.state;
  const old = await made('doit');
  await ask(world.app, 'guide/start', { recipeId: 'doit', replaces: old.id });
  const page = await world.driver.waitForTab(/admin-keys$/);
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
  await pressCreate(page, 'admin');
  await page.callout().waitForText(SAVED);
  const popup = await anyPopup(world.driver);
  await popup.waitFor({ text: 'Revoke it once the new key has arrived and is proved.' });
  const doit = await sendToDoit(world.driver, popup);
  await page.close();
  await fillAndTest(doit);
  await finish(doit);
  const after = await world.driver.popup();
  await after.waitFor({ text: 'The new key is in place and proved. Revoke the old one now.' });
  await after.press({ role: 'button', name: 'Revoke the old key' });
  const keys = await world.driver.waitForTab(/admin-keys$/);
  await keys.callout().press('Fill this');
  await keys.callout().waitForText('Check it, then revoke');
  await keys.press({ role: 'button', name: 'Revoke key' });
  await keys.callout().waitForText('Revoked.');
  expect(store.keys.map(({ revoked }) => revoked)).toEqual([false, true]);
  expect(store.byId(old.key.id)?.revoked).toBe(true);
});

test('a guide that runs in the tab gives way to the revoking', async () => {
  const { id, key } = await made('bubble');
  const page = await world.start('bubble');
  await page.callout().waitForText('Press “Create new secret key”');
  await page.front();
  await ask(world.app, 'guide/revoke', { itemId: id });
  await page.callout().press('Fill this');
  await page.callout().waitForText(`Check it, then revoke “${key.name}”`);
  await page.press({ role: 'button', name: 'Cancel' });
  await page.callout().waitForText(`Find “${key.name}”`);
  await page.callout().press('Stop the guide');
  await page.callout().gone();
});
