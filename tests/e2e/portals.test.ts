import type { Route } from 'playwright';
import { expect, test } from 'vitest';
import { until } from './harness/until';
import { evaluateAsContentScript, pageAt } from './isolated-world';
import { DOIT } from './journey';
import { noteAutocomplete, notedAutocomplete, portalWorld } from './portal-world';

const world = portalWorld();
const NEXLA = 'https://dataops.nexla.io';
const BUBBLE = 'https://bubble.io';
const REFUSED = { error: { code: 'not_allowed', words: [] } };
const FILL = `chrome.runtime.sendMessage({ name: 'portal/fill', request: {} })`;

test('Bubble’s drawn editor: the card says that only copying works, and shows the key’s page', async () => {
  const { state } = world.guide.standin;
  state.products.look = { ...state.products.look, drawn: true };
  const { key, page } = await world.carryPasted('bubble', BUBBLE, {
    'Model capabilities': 'Request',
  });
  const card = page.callout();
  await card.press('Take me there');
  const said = await card.waitForText('Paste the key yourself');
  expect(said).toContain('paste it into “Key value” like this: Bearer …');
  expect(said).not.toContain(key.value.slice(-8));
  await card.press('Show the key’s page');
  const { id } = await world.newest();
  await world.guide.driver.waitForTab(new RegExp(`app\\.html#keys/${id}$`));

  await page.front();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true });
    document.querySelector('canvas')?.dispatchEvent(paste);
  }, `Bearer ${key.value}`);
  await card.press('It is there');
  await card.waitForText('In Bubble API Connector, confirmed by you.');
  expect((await world.arrived()).proof).toBe('confirmed-by-you');
  expect(world.kept()).toMatchObject([{ value: `Bearer ${key.value}` }]);
});

test('Bubble: the key goes in behind “Bearer”; its test fails, is said, and is done again', async () => {
  const { key, page } = await world.carryPasted('bubble', BUBBLE, {
    'Model capabilities': 'Request',
  });
  const card = page.callout();
  await card.press('Take me there');
  // The way leads through the list Authentication.
  await card.waitForText('presses nothing else');
  const { scopes } = key;
  Object.assign(key, { scopes: [] });
  await card.press('Fill');
  await card.waitForText('Now press “Initialize call”');
  expect(world.kept()).toEqual([]);
  await page.press({ role: 'button', name: 'Initialize call' });
  await page.waitFor({ text: 'The call could not be set up' });
  await card.waitForText('Did Bubble API Connector’s test pass?');
  await card.press('It failed');
  await card.waitForText('test failed');
  expect(await world.delivery()).toMatchObject({ state: 'failed', reason: 'product_test_failed' });

  Object.assign(key, { scopes });
  await card.press('Fill again');
  await card.waitForText('Now press “Initialize call”');
  await page.press({ role: 'button', name: 'Initialize call' });
  await page.waitFor({ text: 'The call was set up.' });
  await card.press('It passed');
  await card.waitForText('In Bubble API Connector, confirmed by you.');
  const given = {
    value: `Bearer ${key.value}`,
    fields: { name: 'Authorization', development: '' },
  };
  expect(world.kept()).toMatchObject([given, given]);
  expect((await world.arrived()).proof).toBe('confirmed-by-you');
});

test('Innoslate on a server of its own: the person confirms its address, and no other page gets the key', async () => {
  const { app, driver } = world.guide;
  const mine = 'https://innoslate.acme.example';
  await app.evaluate(() => {
    location.hash = '#destinations';
  });
  await app.press({ role: 'button', name: 'Use another address for Innoslate' });
  await app.type({ role: 'textbox', name: 'Address of your Innoslate' }, 'innoslate.acme.example');
  await driver.approvePermission(mine);
  await app.press({ role: 'button', name: 'Use this address' });
  await app.waitFor({ text: 'Fills in the form at innoslate.acme.example' });

  const { page } = await world.carryPasted('innoslate', mine, { 'List models': 'Read' });
  const card = page.callout();
  await card.waitForText('Saving it stays with you');
  // A page that looks the same, in the same tab, and to which the extension even has access.
  const evil = 'https://innoslate.evil.example';
  await world.allow(evil);
  await page.goto(`${evil}/`);
  await page.waitFor({ role: 'link', name: 'Admin Dashboard' });
  const outsider = pageAt(driver, evil);
  await driver.evaluateInWorker(async (at) => {
    const { chrome } = globalThis as never as { chrome: Chrome };
    const [tab] = await chrome.tabs.query({ url: `${at}/*` });
    const target = { tabId: tab?.id };
    await chrome.scripting.executeScript({ target, files: ['/content-scripts/portal.js'] });
  }, evil);
  expect(await evaluateAsContentScript(outsider, FILL)).toEqual(REFUSED);
  expect(await outsider.locator('keyferry-callout').count()).toBe(0);

  await page.goto(`${mine}/`);
  await card.press('Take me there');
  await page.press({ role: 'button', name: 'Acme’s Preferences' });
  await page.press({ role: 'radio', name: 'Custom' });
  await card.waitForText('presses nothing else');
  await noteAutocomplete(page);
  await card.press('Fill');
  await card.waitForText('Save it with Innoslate’s own button');
  expect(await notedAutocomplete(page)).toEqual(['off']);
  await page.press({ role: 'button', name: 'Save' });
  await card.press('It is there');
  await card.waitForText('In Innoslate, confirmed by you.');
  expect(world.kept()).toMatchObject([{ host: 'innoslate.acme.example', value: world.made() }]);
  expect((await world.arrived()).proof).toBe('confirmed-by-you');
});

interface Chrome {
  readonly tabs: { query(query: object): Promise<{ id: number }[]> };
  readonly scripting: { executeScript(injection: object): Promise<unknown> };
}

test('DoiT: a text that stood there before the press is not believed, and a failed row gives out no key', async () => {
  const { key, page } = await world.carryPasted('doit', DOIT, {});
  const card = page.callout();
  await card.press('Take me there');
  await card.waitForText('Fill and test');
  const tab = pageAt(world.guide.driver, DOIT);
  const held: Route[] = [];
  await tab.route('**/internal/test', (route) => void held.push(route));
  await page.evaluate(() => {
    const old = Object.assign(document.createElement('p'), {
      textContent: 'Connection successful',
    });
    document.querySelector('.buttons')?.before(old);
  });
  await card.press('Fill and test');
  await card.waitForText('DoiT is testing the key');
  const asked = await until('see DoiT asked', () => Promise.resolve(held[0]));
  // The script looks again after each change of the page.
  await page.evaluate(() => document.body.append('A change'));
  expect(await world.delivery()).toMatchObject({ state: 'confirming', stage: 'testing' });
  await asked.continue();
  await card.waitForText('DoiT’s test failed');
  expect(await evaluateAsContentScript(tab, FILL)).toEqual(REFUSED);
  expect(await world.delivery()).toMatchObject({ state: 'failed' });

  Object.assign(key, { scopes: ['api.usage.read'] });
  await tab.unroute('**/internal/test');
  await card.press('Fill and test again');
  await card.waitForText('DoiT’s test passed');
  await page.press({ role: 'button', name: 'Finish' });
  await card.waitForText('In DoiT, tested.');
  expect((await world.arrived()).proof).toBe('tested');
  expect(await evaluateAsContentScript(tab, FILL)).toEqual(REFUSED);
});

test('a form without the field: the card says in words where it is, with a page report that holds no key', async () => {
  const { state } = world.guide.standin;
  state.products.look = { ...state.products.look, fieldless: true };
  const { key, page } = await world.carryPasted('nexla', NEXLA, { Files: 'Read' });
  const card = page.callout();
  await card.press('Take me there');
  await card.waitForText('go to: New Data Flow › OpenAI › Add Credential › API Key Value');
  await card.press('Copy page report');
  const report = await page.evaluate(() => navigator.clipboard.readText()).catch(() => '');
  expect(report === '' || report.includes('Keyferry page report')).toBe(true);
  expect(report).not.toContain(key.value.slice(-8));
  expect(world.kept()).toEqual([]);
  expect(await world.delivery()).toMatchObject({ state: 'sending' });
  await card.press('It is there');
  expect((await world.arrived()).proof).toBe('confirmed-by-you');
});
