import { expect, test } from 'vitest';
import { remainsIn, WHOLE_TEXTS } from '../torture/heap/remains';
import { unlockedKey } from '../torture/disk/traces';
import { chromium } from './fixtures';
import { launchChromium } from './harness/chromium';
import {
  anyPopup,
  fillAndTest,
  finish,
  madeKey,
  PASSPHRASE,
  saveDoitKey,
  sendToDoit,
} from './journey';

const world = chromium();
const TIME = 300_000;
const PASSPHRASE_FIELD = { role: 'textbox', name: 'Passphrase', exact: true };
const LOCK = { role: 'button', name: 'Lock', exact: true };

test(
  'locked, no context of ours holds the passphrase, the vault key or an API key',
  async () => {
    const { standin } = world;
    const driver = await launchChromium({ standin, chromiumArgs: [WHOLE_TEXTS] });
    try {
      const openai = await saveDoitKey(driver);
      const doit = await sendToDoit(driver, await anyPopup(driver));
      await fillAndTest(doit);
      await finish(doit);
      await openai.press({ role: 'button', name: 'Done' });
      const other = await driver.appPage();
      const { vaultKey } = await unlockedKey(other);
      await other.close();
      const app = await driver.appPage();
      await app.press(LOCK);
      await app.type(PASSPHRASE_FIELD, PASSPHRASE);
      const secrets = { passphrase: PASSPHRASE, vaultKey, key: await madeKey(standin) };
      const browser = await driver.context.browser()?.newBrowserCDPSession();
      if (!browser) throw new Error('Playwright gave no browser session.');
      const look = () =>
        remainsIn(browser, (url) => /^(https|chrome-extension):/u.test(url), secrets);

      const typed = await look();
      expect(typed.looked.length, 'worker, app page, dashboard, DoiT').toBe(4);
      // That the search can find something: the passphrase in its field.
      expect(typed.remains).toContainEqual(expect.objectContaining({ secret: 'passphrase' }));

      await app.press({ role: 'button', name: 'Unlock', exact: true });
      await app.press(LOCK);
      await app.waitFor(PASSPHRASE_FIELD);
      expect((await look()).remains).toEqual([]);
    } finally {
      await driver.close();
    }
  },
  TIME,
);
