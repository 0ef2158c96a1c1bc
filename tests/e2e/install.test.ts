import { expect, test } from 'vitest';
import type { AppState } from '@/lib/domain/views';
import { chromium } from './fixtures';
import { pageAt } from './isolated-world';
import { API_KEYS, anyPopup, ask, setUpVault } from './journey';
import { readBuild } from './harness/build';
import { until } from './harness/until';
import type { Driver, Tab } from './harness/driver';

const world = chromium();

async function reveal(driver: Driver): Promise<Tab> {
  const page = await driver.newTab(API_KEYS);
  await page.press({ role: 'button', name: 'Create new secret key', exact: true });
  await page.press({ role: 'button', name: 'Create secret key', exact: true });
  await page.waitFor({ text: 'Save your key' });
  return page;
}

test('installed while the reveal dialog is open, Keyferry can still save the key', async () => {
  const driver = await world.launch('later');
  const page = await reveal(driver);
  await driver.loadExtension();
  await page.callout().waitForText('Save this key in Keyferry?');
  await setUpVault(driver);
  await page.callout().press('Save key');
  await page.callout().waitForText('Saved. You can close this dialog.');
  const { ok } = await ask<{ ok: AppState }>(await anyPopup(driver), 'app/state');
  expect(ok.keys).toHaveLength(1);
});

test('updated while the reveal dialog is open, the new version takes over in the open tab', async () => {
  const driver = await world.launch();
  const page = await reveal(driver);
  await page.callout().waitForText('Save this key in Keyferry?');
  await driver.loadExtension();
  await setUpVault(driver);
  await page.callout().press('Save key');
  await page.callout().waitForText('Saved. You can close this dialog.');
  const hosts = await page.evaluate(() => document.querySelectorAll('keyferry-callout').length);
  expect(hosts).toBe(1);
  const { ok } = await ask<{ ok: AppState }>(await anyPopup(driver), 'app/state');
  expect(ok.keys).toHaveLength(1);
});

test('a script that the extension has left behind says what to do when a key appears', async () => {
  const driver = await world.launch('later');
  await driver.loadExtension();
  const page = await driver.newTab(API_KEYS);
  await page.press({ role: 'button', name: 'Create new secret key', exact: true });
  const session = await driver.context.browser()?.newBrowserCDPSession();
  await session?.send('Extensions.uninstall', { id: readBuild('chrome-mv3').chromeId });
  await page.press({ role: 'button', name: 'Create secret key', exact: true });
  const target = pageAt(driver, API_KEYS);
  const tree = await target.context().newCDPSession(target);
  const said = await until('read the notice', async () => {
    const { nodes } = await tree.send('Accessibility.getFullAXTree');
    const names = nodes.map(({ name }) => String(name?.value ?? ''));
    return names.find((name) => name.startsWith('Keyferry was updated'));
  });
  expect(said).toBe(
    'Keyferry was updated. Press Copy in this dialog, then paste the key in Keyferry.',
  );
  await page.waitFor({ role: 'button', name: 'Copy' });
});
