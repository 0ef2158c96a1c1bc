import { expect, test } from 'vitest';
import { fakeKey } from '../unit/fake-key';
import { guideWorld, pressCreate, recipeOf } from './guide-world';
import { ADMIN_KEYS, API_KEYS, fillDialog, PASSPHRASE } from './journey';
import { doFromOtherExtension, loadOtherExtension } from './other-extension';
import { askToReveal, openKey, saveKey } from './reveal-world';

const world = guideWorld();
/** Stands in the middle of every key. */
const MARK = ['T3Blbk', 'FJ'].join('');

test('another extension that opens the callout’s closed tree finds no secret there, and its presses do nothing', async () => {
  const other = await loadOtherExtension(world.driver);
  const elsewhere = fakeKey('admin', 'ELSEWHERE');
  const itemId = await saveKey(world.app, elsewhere);

  const page = await world.start('doit');
  await page.callout().waitForText('Fill the rest');
  expect(await doFromOtherExtension(other, ADMIN_KEYS, 'watch')).toBe(true);
  const before = await world.state();
  const pressed = await doFromOtherExtension(other, ADMIN_KEYS, 'press');
  expect(pressed).toEqual(expect.arrayContaining(['Fill the rest']));
  expect(await page.callout().text()).toContain('Fill the rest');
  expect(await page.evaluate(() => document.querySelector('[role="dialog"]') === null)).toBe(true);
  expect((await world.state()).guide).toEqual(before.guide);

  // A key is revealed in our page while another is captured here.
  const shown = await openKey(world.driver, itemId);
  await askToReveal(shown);
  await shown.waitFor({ text: elsewhere });
  await page.front();
  await fillDialog(page);
  await pressCreate(page, recipeOf('doit').key.kind);
  await page.callout().waitForText('Saved. You can close this dialog.');
  const made = world.standin.state.store.keys[0]?.value ?? '';
  expect(made).toContain(MARK);
  const seen = String(await doFromOtherExtension(other, ADMIN_KEYS, 'tell'));
  expect(seen).toContain('Saved. You can close this dialog.');
  for (const secret of [MARK, made.slice(9, 40), elsewhere.slice(9, 40), PASSPHRASE]) {
    expect(seen).not.toContain(secret);
  }

  // Our own pages are out of its reach.
  const address = (await shown.url()).split('#')[0] ?? '';
  expect(String(await doFromOtherExtension(other, address, 'tell'))).toMatch(/^Error: /);
  await shown.close();
});

test('another extension can’t have a key saved in the person’s place', async () => {
  const other = await loadOtherExtension(world.driver);
  const page = await world.driver.newTab(API_KEYS);
  await page.press({ role: 'button', name: 'Create new secret key', exact: true });
  await page.press({ role: 'button', name: 'Create secret key', exact: true });
  await page.callout().waitForText('Save this key in Keyferry?');
  const { keys } = await world.state();
  expect(await doFromOtherExtension(other, API_KEYS, 'press')).toContain('Save key');
  expect(await page.callout().text()).toContain('Save this key in Keyferry?');
  expect((await world.state()).keys).toHaveLength(keys.length);
  await page.callout().press('Save key');
  await page.callout().waitForText('Saved. You can close this dialog.');
  expect((await world.state()).keys).toHaveLength(keys.length + 1);
});
