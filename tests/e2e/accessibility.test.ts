import { expect, test } from 'vitest';
import { fakeKey } from '../unit/fake-key';
import { violationsOf, violationsOfCallout } from './axe';
import { guideWorld } from './guide-world';
import { pageAt } from './isolated-world';
import { saveKey } from './reveal-world';

const world = guideWorld();
const THEMES = ['light', 'dark'] as const;

// Every view in every state is looked at in gallery.test.ts; here the extension itself answers.
test.each(['app.html#keys/KEY', 'popup.html'])(
  '%s has nothing that axe finds fault with, light or dark',
  async (path) => {
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
  },
);

test('the callout has nothing that axe finds fault with, light or dark', async () => {
  const tab = await world.start('doit');
  await tab.callout().waitForText('Fill the rest');
  for (const colorScheme of THEMES) {
    await world.page().emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violationsOfCallout(world.page()), colorScheme).toEqual([]);
  }
});
