import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startStandin, type Standin } from '../standin/server';
import type { Driver } from './harness/driver';
import { findFirefox } from './harness/find-firefox';
import { launchFirefox } from './harness/firefox';
import { newVault, startGuide } from './journey';

const missing = (await findFirefox()) === undefined && process.env['CI'] !== 'true';
const why = missing ? ' (not run: there is no Firefox here)' : '';
let standin: Standin | undefined;
let driver: Driver | undefined;
beforeAll(async () => {
  if (!missing) standin = await startStandin();
});
afterEach(async () => {
  await driver?.close();
  driver = undefined;
});
afterAll(() => standin?.close());

test.skipIf(missing)(
  `on Firefox no press on a hidden or covered card is taken, and an honest one is${why}`,
  async () => {
    if (!standin) throw new Error('The stand-in has not started.');
    driver = await launchFirefox({ standin });
    const tab = await startGuide(driver, await newVault(driver));
    // Each attack begins when the pointer comes to the button, so that the press is on its way.
    for (const attack of ['opacity', 'filter', 'clip-path', 'cover', 'host', 'popover']) {
      await tab.evaluate((what) => {
        const html = document.documentElement.style;
        const host = document.querySelector<HTMLElement>('keyferry-callout');
        const cover = document.createElement('div');
        cover.popover = 'manual';
        cover.style.cssText =
          'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none';
        const begin: Record<string, () => void> = {
          opacity: () => html.setProperty('opacity', '.001'),
          filter: () => html.setProperty('filter', 'opacity(0)'),
          'clip-path': () => html.setProperty('clip-path', 'inset(0 0 0 50%)'),
          cover: () => {
            document.body.append(cover);
            cover.showPopover();
          },
          host: () => host?.style.setProperty('opacity', '.001', 'important'),
          popover: () => host?.hidePopover(),
        };
        addEventListener('pointermove', begin[what] ?? (() => undefined), { once: true });
        const end = () => {
          for (const name of ['opacity', 'filter', 'clip-path']) html.removeProperty(name);
          cover.remove();
        };
        Reflect.set(window, 'end', end);
      }, attack);
      await tab.callout().press('Fill this');
      await tab.callout().waitForText(/Press again|in the toolbar/);
      expect(await tab.evaluate(() => document.querySelector('[role="dialog"]') === null)).toBe(
        true,
      );
      await tab.evaluate(() => (Reflect.get(window, 'end') as () => void)());
      await tab.callout().press('Fill this');
      await tab.waitFor({ role: 'dialog', name: 'Create new admin key' });
      // The pointer goes elsewhere, so that it comes again.
      await tab.press({ role: 'button', name: 'Cancel' });
      await tab.callout().waitForText('Press “Create new Admin key”');
    }
  },
);
