import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scan } from '../torture/disk/scan';
import { leaksOf, leaksWithoutUs } from '../torture/disk/states';
import { fakeKeyValue } from '../standin/key-store';
import { chromium } from './fixtures';
import { launchChromium } from './harness/chromium';
import type { LaunchOptions } from './harness/driver';
import { until } from './harness/until';
import { pageAt } from './isolated-world';
import { ask, PASSPHRASE, sendTo, newVault } from './journey';

const world = chromium();
/** A whole run, and each of its pages written down by the browser. */
const TIME = 300_000;

test('Chromium alone writes down a key that a page shows', async () => {
  expect(await leaksWithoutUs(launchChromium, world.standin)).toBe(true);
});

test(
  'with Keyferry no secret of a whole run is anywhere in Chromium’s profile, or in a console',
  async () => {
    const said: string[] = [];
    const listening = async (options: LaunchOptions) => {
      const driver = await launchChromium(options);
      driver.context.on('console', (message) => said.push(message.text()));
      driver.context.on('serviceworker', (worker) =>
        worker.on('console', (message) => said.push(message.text())),
      );
      return driver;
    };
    const leaks = await leaksOf(listening, world.standin, 'close');
    expect(leaks).toEqual({ running: [], ended: [], works: true });
    // Every key of the tests says that it is fake.
    expect(said.join('\n')).not.toContain('FAKE');
    expect(said.join('\n')).not.toContain(PASSPHRASE);
  },
  TIME,
);

test('a key in an open form, in a field that hides nothing, stays out of the profile', async () => {
  const driver = await world.launch();
  // A part of it is found too: it must be like nothing else in the profile.
  const key = fakeKeyValue('project');
  const popup = await newVault(driver);
  await ask(popup, 'key/paste', { text: key, recipeId: 'nexla' });
  const page = await sendTo(driver, popup, 'https://dataops.nexla.io');
  await page.callout().press('Take me there');
  await page.callout().waitForText('presses nothing else');
  await page.callout().press('Fill');
  await page.callout().waitForText('Save it with Nexla’s own button');
  // What a person types into the field beside it is written: the scan would find the key, too.
  const canary = 'canary in the description';
  await pageAt(driver, 'https://dataops.nexla.io').locator('textarea').fill(canary);
  const sessions = join(driver.profile, 'Default/Sessions');
  const written = () => Promise.resolve(scan(sessions, { canary }).length > 0 || undefined);
  await until('find what a person typed in the profile', written, 20_000);
  expect(scan(driver.profile, { key }), 'while running').toEqual([]);
  await driver.context.close();
  expect(scan(driver.profile, { key }), 'after a clean close').toEqual([]);
});
