import { expect, test } from 'vitest';
import { fakeKey } from '../unit/fake-key';
import { stateOf } from './aws-world';
import { chromium } from './fixtures';
import type { Panel } from './harness/driver';
import { ADMIN_KEYS, anyPopup, API_KEYS, ask, newVault } from './journey';
import { acme, asText, chooseFile, formAt } from './recipe-files';

const world = chromium();
const IMPORT = { role: 'button', name: 'Import', exact: true };
const SEARCH = { role: 'textbox', name: /^Search/ };
const SEND = { role: 'button', name: 'Send and verify' };
const NOT_CATALOGUE = 'Not from the catalogue';

async function openImport() {
  const driver = await world.launch();
  await (await newVault(driver)).close();
  const app = await driver.appPage('app.html#recipes/import');
  await app.waitFor({ text: 'Import a recipe' });
  return { driver, app };
}

/** The recipes that are not packaged, as the extension shows them. */
async function added(panel: Panel) {
  const { recipes } = await stateOf(panel);
  return recipes.filter(({ origin }) => origin !== 'catalogue');
}

/** What is kept on the disk beside the vault. */
function kept(panel: Panel): Promise<string[]> {
  return panel.evaluate(async () => {
    const { chrome } = globalThis as never as {
      chrome: { storage: { local: { get(keys: null): Promise<object> } } };
    };
    return Object.keys(await chrome.storage.local.get(null));
  });
}

function focused(panel: Panel): Promise<string> {
  return panel.evaluate(
    () => document.activeElement?.textContent || document.activeElement?.localName || '',
  );
}

test('typing finds a recipe, arrows reach it, Enter starts it, and it comes first the next time', async () => {
  const driver = await world.launch();
  const popup = await newVault(driver);
  await popup.type(SEARCH, 'admin key cost doit');
  await popup.waitFor({ role: 'button', name: /^DoiT/ });
  await popup.waitFor({ role: 'button', name: /^Bubble/ }, { state: 'hidden' });
  await popup.key('ArrowDown');
  expect(await focused(popup)).toMatch(/^DoiT/);
  await popup.key('ArrowUp');
  expect(await focused(popup)).toBe('input');
  await popup.key('Enter');
  const page = await driver.waitForTab(ADMIN_KEYS);
  await page.callout().waitForText('Fill the rest');

  const next = await anyPopup(driver);
  await next.press({ role: 'button', name: 'Stop' });
  await next.waitFor({ text: 'Recent' });
  await next.key('ArrowDown');
  expect(await focused(next)).toMatch(/^DoiT/);
  await next.type(SEARCH, 'no such product');
  await next.waitFor({ text: 'Nothing here is called “no such product”.' });
  await next.waitFor({ role: 'button', name: 'I have a key already' });
  await next.press({ role: 'button', name: 'Make your own' });
  const app = await driver.waitForTab('app.html#recipes/new');
  await app.waitFor({ text: 'Make your own recipe' });
});

test('one makes a recipe of one’s own, is told what is missing, and its guide makes the key', async () => {
  const driver = await world.launch();
  await (await newVault(driver)).close();
  const app = await driver.appPage('app.html#recipes/new');
  const fill = (name: string, text: string) =>
    app.type({ role: 'textbox', name, exact: true }, text);
  const save = { role: 'button', name: 'Save recipe' };
  await fill('What needs the key', 'Nightly report');
  await fill('What it does with it', 'summaries');
  await fill('Where the key goes', 'The job’s settings');
  await app.press(save);
  await app.waitFor({ text: 'Say why, in one sentence.' });
  await app.waitFor({ text: 'Choose at least one permission, or the key can do nothing.' });
  await fill('Why it needs that', 'It writes summaries.');
  await app.evaluate(() => {
    [...document.querySelectorAll('label')]
      .find((label) => label.textContent === 'List models')
      ?.control?.focus();
  });
  await app.key('ArrowDown');
  await app.press(save);
  await app.waitFor({ text: 'Nightly report · summaries' });
  await app.waitFor({ text: NOT_CATALOGUE });
  expect(await added(app)).toMatchObject([{ product: 'Nightly report', origin: 'own' }]);

  await app.press({ role: 'button', name: 'Start the guide' });
  const page = await driver.waitForTab(API_KEYS);
  await page.callout().waitForText('Fill the rest');
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
  await page.press({ role: 'button', name: 'Create secret key', exact: true });
  await page.callout().waitForText('Saved. You can close this dialog.');
  expect(world.standin.state.store.keys).toMatchObject([
    { permission: 'restricted', scopes: ['api.model.read'] },
  ]);
  const popup = await anyPopup(driver);
  await popup.waitFor({ text: NOT_CATALOGUE });
});

test('a good file is read out before it is imported, and can be removed', async () => {
  const { driver, app } = await openImport();
  await chooseFile(driver, asText(acme()));
  await app.waitFor(IMPORT);
  const text = await app.text();
  for (const words of [
    'Acme · cost reports',
    NOT_CATALOGUE,
    'It asks for no more than DoiT · cost and usage',
    'Usage API Scope',
    'DoiT reads cost and usage. It doesn’t need to change anything.',
    'Admin key',
    'After 90 days',
    'Settings › OpenAI › Admin key',
    'acme.example',
    'acme.json',
  ]) {
    expect(text).toContain(words);
  }
  expect(await added(app)).toEqual([]);
  await app.press(IMPORT);
  await app.waitFor({ role: 'button', name: 'Start the guide' });
  expect(await added(app)).toMatchObject([{ product: 'Acme', origin: 'imported' }]);

  await app.press({ role: 'button', name: 'Remove', exact: true });
  await app.waitFor({ text: 'What a key can be for' });
  await app.waitFor({ text: 'Acme was removed.' });
  expect(await added(app)).toEqual([]);
  expect(await kept(app)).toEqual([]);
});

test('a bad file gets the lines and the reasons, and nothing of it is kept', async () => {
  const { driver, app } = await openImport();
  const wrong = asText(acme()).replace('"Usage API Scope"', '"Usage"').replace('90', '"soon"');
  await chooseFile(driver, wrong, 'wrong.json');
  await app.waitFor({ text: 'is wrong in it' });
  const line = wrong.split('\n').findIndex((each) => each.includes('"soon"')) + 1;
  expect(await app.text()).toMatch(new RegExp(`${line}\\s+key\\.expiresInDays\\s+It must be`));
  await app.waitFor({ text: 'wrong.json. Nothing was imported.' });
  await chooseFile(driver, '{ "id": "acme",, }');
  await app.waitFor({ text: 'Expected a name' });
  await chooseFile(driver, 'x'.repeat(70_000));
  await app.waitFor({ text: 'This is too long to be a recipe.' });
  const request = { text: wrong, secondDecision: true };
  expect(await ask(app, 'recipe/import', request)).toMatchObject({
    error: { code: 'recipe_invalid' },
  });
  expect(await kept(app)).toEqual([]);
});

test('a file that asks for All takes a decision of its own', async () => {
  const { driver, app } = await openImport();
  const { key } = acme();
  const text = asText(acme({ key: { ...key, permission: 'all', rows: [] } }));
  await chooseFile(driver, text);
  await app.waitFor({ text: 'This key could do everything in your organization' });
  await app.waitFor({ text: 'It asks for more than' });
  const request = { text, secondDecision: false };
  expect(await ask(app, 'recipe/import', request)).toEqual({
    error: { code: 'second_decision_needed', words: [] },
  });
  const mayImport = () =>
    app.evaluate(() => !document.querySelector<HTMLButtonElement>('.button-primary')?.disabled);
  expect(await mayImport()).toBe(false);
  await app.press({ role: 'checkbox', name: 'I want a key that can do this' });
  expect(await mayImport()).toBe(true);
  await app.press(IMPORT);
  await app.waitFor({ role: 'button', name: 'Start the guide' });
});

test('a lookalike is shown by its host, is never chosen for the person, and OpenAI’s is refused', async () => {
  const { driver, app } = await openImport();
  await chooseFile(driver, asText(acme(formAt('platform.0penai.com'))));
  await app.waitFor({ text: 'could be taken for OpenAI’s' });
  await chooseFile(driver, asText(acme({ product: 'DoiT', ...formAt('console.d0it.com') })));
  await app.waitFor({ text: 'Keyferry fills in the form at console.d0it.com' });
  await app.waitFor({ text: 'The catalogue has a recipe for “DoiT”, and this isn’t it.' });
  await app.press(IMPORT);
  await app.waitFor({ role: 'button', name: 'Start the guide' });

  const [recipe] = await added(app);
  await ask(app, 'key/paste', { text: fakeKey('admin', 'LOOKALIKE'), recipeId: recipe?.id });
  const popup = await driver.popup();
  await popup.waitFor(SEND);
  const send = await popup.text();
  expect(send).toContain(NOT_CATALOGUE);
  expect(send).toContain('Fills in the form at console.d0it.com');
  expect(send).toContain('Choose yourself where the key goes.');
  const chosen = () =>
    popup.evaluate(() => [
      document.querySelectorAll('input:checked').length,
      document.querySelector<HTMLButtonElement>('.button-primary')?.disabled,
    ]);
  expect(await chosen()).toEqual([0, true]);
  await popup.press({ role: 'checkbox', name: 'DoiT' });
  expect(await chosen()).toEqual([1, false]);
  await popup.waitFor({
    text: 'Your browser asks once whether Keyferry may reach console.d0it.com.',
  });
  await popup.close();

  await ask(app, 'key/paste', { text: fakeKey('admin', 'REAL'), recipeId: 'doit' });
  const { destinations, keys } = await stateOf(app);
  expect(destinations.filter(({ label }) => label === 'DoiT')).toHaveLength(2);
  expect(keys.map(({ fromCatalogue }) => String(fromCatalogue)).join(' ')).toMatch(
    /^(?:true false|false true)$/,
  );
  const real = await driver.popup();
  await real.waitFor(SEND);
  expect(await real.text()).not.toContain('d0it');
});

test('a link is read once, over https only, and the access for it is given back', async () => {
  const { driver, app } = await openImport();
  world.standin.state.vendorFiles.set('/acme.json', asText(acme()));
  const link = { role: 'textbox', name: 'Link to the recipe' };
  const get = { role: 'button', name: 'Get it' };
  await app.type(link, 'http://recipes.acme.example/acme.json');
  await app.press(get);
  await app.waitFor({ text: 'An address that starts with https://' });
  await app.evaluate(() => document.querySelector<HTMLInputElement>('input[type=text]')?.select());
  await driver.approvePermission('https://recipes.acme.example');
  await app.type(link, 'https://recipes.acme.example/acme.json?token=FAKE');
  await app.press(get);
  await app.waitFor(IMPORT);
  expect(await app.text()).toContain('https://recipes.acme.example/acme.json');
  expect(await app.text()).not.toContain('token');
  const asked = world.standin.state.requests.filter(({ host }) => host === 'recipes.acme.example');
  expect(asked).toMatchObject([{ method: 'GET', status: 200 }]);
  const url = 'https://recipes.acme.example/acme.json';
  expect(await ask(app, 'recipe/fetch', { url })).toMatchObject({
    error: { code: 'permission_needed' },
  });
});

test('a damaged recipe is said, left out, and removed only by the person', async () => {
  const { app } = await openImport();
  await app.evaluate(async () => {
    const { chrome } = globalThis as never as {
      chrome: { storage: { local: { set(items: object): Promise<void> } } };
    };
    await chrome.storage.local.set({ 'recipe:imported-acme-1': { recipe: 'damaged' } });
    location.hash = '#recipes';
    location.reload();
  });
  await app.waitFor({ text: '1 recipe can’t be read and is left out' });
  expect(await added(app)).toEqual([]);
  expect(await kept(app)).toEqual(['recipe:imported-acme-1']);
  await app.press({ role: 'button', name: 'Remove imported-acme-1' });
  await app.waitFor({ text: 'left out' }, { state: 'hidden' });
  expect(await kept(app)).toEqual([]);
});
