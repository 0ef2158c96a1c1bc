import { expect, test } from 'vitest';
import { fakeKey } from '../unit/fake-key';
import { violationsOf, violationsOfCallout } from './axe';
import { guideWorld } from './guide-world';
import { pageAt } from './isolated-world';
import { ask, PASSPHRASE } from './journey';
import { saveKey } from './reveal-world';

const world = guideWorld();
const THEMES = ['light', 'dark'] as const;

const PAGES = [
  'app.html#keys',
  'app.html#keys/KEY',
  'app.html#destinations',
  'app.html#recipes',
  'app.html#recipes/doit',
  'app.html#activity',
  'app.html#settings',
  'app.html#recovery',
  'popup.html',
] as const;

const KINDS = [
  'AWS Secrets Manager',
  'AWS Parameter Store',
  'Vault or OpenBao',
  'GitHub Actions',
  'Signed webhook',
  'File',
];

test.each(PAGES)('%s has nothing that axe finds fault with, light or dark', async (path) => {
  const itemId = await saveKey(world.app, fakeKey('proj', 'AXE'));
  const panel = await world.driver.appPage(path.replace('KEY', itemId));
  const page = pageAt(world.driver, await panel.url());
  await panel.waitFor({ role: 'button', name: /./ });
  await page.waitForLoadState('networkidle');
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violationsOf(page), `${path}, ${colorScheme}`).toEqual([]);
  }
  await panel.close();
});

test('no form of a destination has anything that axe finds fault with', async () => {
  for (const kind of KINDS) {
    const panel = await world.driver.appPage('app.html#destinations');
    await panel.press({ role: 'button', name: kind });
    await panel.waitFor({ role: 'button', name: 'Save destination' });
    const page = pageAt(world.driver, await panel.url());
    expect(await violationsOf(page), kind).toEqual([]);
    await panel.close();
  }
});

test('locked, app and popup have nothing that axe finds fault with, light or dark', async () => {
  await ask(world.app, 'vault/lock');
  for (const path of ['app.html', 'popup.html']) {
    const panel = await world.driver.appPage(path);
    const page = pageAt(world.driver, await panel.url());
    await panel.waitFor({ role: 'button', name: 'Unlock' });
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await violationsOf(page), `${path}, ${colorScheme}`).toEqual([]);
    }
    await panel.close();
  }
  await ask(world.app, 'vault/unlock', { passphrase: PASSPHRASE });
});

test('the callout has nothing that axe finds fault with, light or dark', async () => {
  const tab = await world.start('doit');
  await tab.callout().waitForText('Fill the rest');
  for (const colorScheme of THEMES) {
    await world.page().emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violationsOfCallout(world.page()), colorScheme).toEqual([]);
  }
});
