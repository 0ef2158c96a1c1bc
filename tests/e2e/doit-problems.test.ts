import { expect, test } from 'vitest';
import type { AppState } from '@/lib/domain/views';
import { fakeKey } from '../unit/fake-key';
import { anyBrowser } from './fixtures';
import { until } from './harness/until';
import type { Driver, Tab } from './harness/driver';
import {
  anyPopup,
  ask,
  DOIT,
  fillAndTest,
  finish,
  saveDoitKey,
  sendToDoit,
  newVault,
} from './journey';

const world = anyBrowser();

async function atDoit(driver: Driver): Promise<Tab> {
  await saveDoitKey(driver, newVault);
  return sendToDoit(driver, await anyPopup(driver));
}

async function stateOf(driver: Driver): Promise<AppState> {
  const page = await driver.appPage();
  const { ok } = await ask<{ ok: AppState }>(page, 'app/state');
  await page.close();
  return ok;
}

test('DoiT says no: both say why, the key is safe, and it works once the right is there', async () => {
  const driver = await world.launch();
  const page = await atDoit(driver);
  const [key] = world.standin.state.store.keys;
  if (!key) throw new Error('No key was made.');
  const { scopes } = key;
  Object.assign(key, { scopes: [] });
  await page.callout().press('Fill and test');
  await page.callout().waitForText('DoiT’s test failed');
  const { keys } = await stateOf(driver);
  expect(keys[0]?.deliveries[0]).toMatchObject({ state: 'failed', reason: 'product_test_failed' });
  Object.assign(key, { scopes });
  await page.front();
  await fillAndTest(page);
  await finish(page);
  expect(world.standin.state.doit).toMatchObject([{ key: key.value }]);
});

test('the person presses DoiT’s own Test connection: its answer is read, and Finish is still to press', async () => {
  const driver = await world.launch();
  const page = await atDoit(driver);
  await page.callout().press('Take me there');
  await page.callout().press('Only fill');
  await page.callout().waitForText('The key is filled in');
  await page.press({ role: 'button', name: 'Test connection' });
  await page.callout().waitForText('DoiT’s test passed');
  expect((await stateOf(driver)).keys[0]?.deliveries[0]).toMatchObject({
    state: 'confirming',
    stage: 'finish',
  });
});

test('DoiT’s tab is closed midway: it is said, and Try again opens it anew', async () => {
  const driver = await world.launch();
  const page = await atDoit(driver);
  await page.close();
  const popup = await driver.popup();
  await popup.waitFor({ role: 'button', name: 'Try again' });
  await popup.press({ role: 'button', name: 'Try again' });
  const again = await driver.waitForTab(DOIT);
  await fillAndTest(again);
  await finish(again);
});

test('the worker dies before the fill, before the test and during it: the run can be finished', async () => {
  const driver = await world.launch();
  const page = await atDoit(driver);
  await driver.killWorker();
  await page.callout().press('Take me there');
  await page.callout().press('Only fill');
  await page.callout().waitForText('The key is filled in');
  await driver.killWorker();
  await page.press({ role: 'button', name: 'Test connection' });
  await driver.killWorker();
  await page.callout().waitForText('DoiT’s test passed');
  await finish(page);
  expect(world.standin.state.doit).toHaveLength(1);
  const delivered = (await stateOf(driver)).keys[0]?.deliveries;
  expect(delivered).toMatchObject([{ state: 'confirmed', proof: 'tested' }]);
});

test('OpenAI’s API is down: that is "can’t tell yet", not a no', async () => {
  const driver = await world.launch();
  await saveDoitKey(driver, newVault);
  world.standin.state.down.add('api.openai.com');
  await sendToDoit(driver, await anyPopup(driver));
  const proof = await until('see the proof', async () => {
    const verification = (await stateOf(driver)).keys[0]?.verification;
    return verification?.outcome ? verification : undefined;
  });
  expect(proof).toMatchObject({ outcome: 'indeterminate', reason: 'network', state: 'waiting' });
  const [key] = (await stateOf(driver)).keys;
  const popup = await driver.popup();
  await popup.waitFor({ text: /Trying again in \d+ s\./ });

  // Nor is a no to a key that OpenAI has just made.
  world.standin.state.down.delete('api.openai.com');
  world.standin.state.propagationMs = 60 * 60_000;
  await ask(popup, 'verification/again', { itemId: key?.id });
  await popup.waitFor({ text: /New keys can take a minute\. Trying again in \d+ s\./ });
});

test('a project key for the admin recipe is kept, and can’t be sent to DoiT', async () => {
  const driver = await world.launch();
  const popup = await newVault(driver);
  await ask(popup, 'key/paste', { text: fakeKey('proj'), recipeId: 'doit' });
  await popup.waitFor({ text: /DoiT needs another kind of key/ });
  await popup.waitFor({ role: 'button', name: 'Send and verify' }, { state: 'hidden' });
  const { keys } = await stateOf(driver);
  expect(keys).toMatchObject([{ kind: 'project', warnings: ['wrong_key_kind'] }]);
});
