import { afterAll, beforeAll, expect, test } from 'vitest';
import { fakeKey } from '../unit/fake-key';
import { startStandin, type Standin } from '../standin/server';
import type { Panel } from './harness/driver';
import { findFirefox } from './harness/find-firefox';
import { launchFirefox } from './harness/firefox';
import type { FirefoxDriver } from './harness/firefox-driver';
import { ask, PASSPHRASE } from './journey';
import {
  askToReveal,
  DUE,
  heardIn,
  makeDue,
  openKey,
  overhear,
  saveKey,
  unfold,
} from './reveal-world';

const firefox = await findFirefox();
const missing = firefox === undefined && process.env['CI'] !== 'true';
const why = missing ? ' (not run: there is no Firefox here)' : '';
const ASKED = ['clipboardRead', 'clipboardWrite'];
const COPY = { role: 'button', name: 'Copy key' };

let standin: Standin;
let driver: FirefoxDriver;
let app: Panel;
beforeAll(async () => {
  if (missing) return;
  standin = await startStandin();
  driver = await launchFirefox({ standin });
  app = await driver.appPage();
  await ask(app, 'vault/create', { passphrase: PASSPHRASE });
});
afterAll(async () => {
  await driver?.close();
  await standin?.close();
});

/** What the clipboard holds, as whoever has the permission reads it. */
const clipboard = () => app.evaluate(() => navigator.clipboard.readText());

test.skipIf(missing)(
  `on Firefox a key is shown for the passphrase; refused the clipboard, Keyferry leaves the copy and says so${why}`,
  async () => {
    const key = fakeKey('admin', 'LEFT');
    const page = await openKey(driver, await saveKey(app, key));
    await askToReveal(page, 'not the passphrase');
    await page.waitFor({ text: 'This is not the passphrase.' });
    expect(await page.text()).not.toContain(key);
    await askToReveal(page);
    await page.waitFor({ text: key });
    await page.press({ role: 'button', name: 'Hide' });
    await page.waitFor({ text: key }, { state: 'hidden' });

    await askToReveal(page);
    await page.waitFor({ text: key });
    await overhear(page);
    await driver.answerPermissions(ASKED, false);
    await page.press(COPY);
    await expect.poll(() => heardIn(page)).toEqual([{ asked: ASKED, given: false }]);
    await page.waitFor({ text: 'Keyferry may not use the clipboard, so it will not be cleared.' });
    await makeDue(driver, app);
    await page.waitFor({ text: 'Not cleared' }, DUE);
    await page.press({ role: 'button', name: 'Clear it now' });
    await page.waitFor({ text: 'Cleared from the clipboard.' });
    await page.close();
  },
);

test.skipIf(missing)(
  `on Firefox a copy is cleared with the popup closed and the event page ended, unless something else was copied${why}`,
  async () => {
    const key = fakeKey('admin', 'CLEARED');
    await saveKey(app, key);
    const popup = await driver.popup();
    await unfold(popup);
    await askToReveal(popup);
    await popup.waitFor({ text: key });
    await driver.answerPermissions(ASKED, true);
    await popup.press(COPY);
    await popup.waitFor({ text: /Cleared from the clipboard in \d+ s/ });
    expect(await clipboard()).toBe(key);
    await popup.close();
    await driver.killWorker();
    await makeDue(driver, app);
    await expect.poll(clipboard, { timeout: 60_000 }).toBe(' ');

    const again = await driver.popup();
    await unfold(again);
    await askToReveal(again);
    await again.waitFor({ text: key });
    await again.press(COPY);
    await again.waitFor({ text: /Cleared from the clipboard in \d+ s/ });
    await app.evaluate(() => navigator.clipboard.writeText('newer'));
    await makeDue(driver, app);
    await again.waitFor({ text: 'You have copied something else since' }, DUE);
    expect(await clipboard()).toBe('newer');
  },
);
