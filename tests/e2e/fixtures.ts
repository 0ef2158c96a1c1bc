import { afterAll, afterEach, beforeAll } from 'vitest';
import { startStandin, type Standin } from '../standin/server.ts';
import type { StandinOptions } from '../standin/state.ts';
import type { ChromiumDriver } from './harness/chromium-driver.ts';
import { launchChromium } from './harness/chromium.ts';
import type { Driver, LaunchOptions } from './harness/driver.ts';
import { launchFirefox } from './harness/firefox.ts';

/** Which of the two browsers the tests of {@link anyBrowser} run in. */
export const isFirefox = process.env['KEYFERRY_BROWSER'] === 'firefox';

/** Why a test that is about the popup's own window does not run in Firefox, for its title. */
export const ofPopup = isFirefox ? ' (not run: here the popup’s page is a tab)' : '';

/** A stand-in and a Chromium for a test file. Each test gets the browser empty, with the extension newly installed. */
export function chromium(options: StandinOptions = {}) {
  return browserFor<ChromiumDriver>(launchChromium, options);
}

/** The same with Firefox where `KEYFERRY_BROWSER` says so: for tests that need nothing of one browser's own. */
export function anyBrowser(options: StandinOptions = {}) {
  return browserFor<Driver>(isFirefox ? launchFirefox : launchChromium, options);
}

function browserFor<D extends Driver>(
  launchIt: (options: LaunchOptions) => Promise<D>,
  options: StandinOptions,
) {
  let standin: Standin | undefined;
  let idle: D | undefined;
  const shared: D[] = [];
  const alone: D[] = [];
  beforeAll(async () => {
    standin = await startStandin({ latencyMs: 30, ...options });
  });
  afterEach(async () => {
    await Promise.all(alone.splice(0).map((driver) => driver.close()));
    for (const driver of shared.splice(0)) {
      const emptied = idle ? undefined : await driver.emptied?.().catch(() => undefined);
      if (emptied) idle = emptied as D;
      else await driver.close();
    }
    standin?.state.reset();
  });
  afterAll(async () => {
    await idle?.close();
    await standin?.close();
  });

  return {
    get standin(): Standin {
      if (!standin) throw new Error('The stand-in has not started.');
      return standin;
    },
    async launch(extension: 'now' | 'later' = 'now'): Promise<D> {
      // What came with the launch could not be removed.
      const launch = { standin: this.standin, extension: 'later' } as const;
      const driver = idle ?? (await launchIt(launch));
      idle = undefined;
      shared.push(driver);
      if (extension === 'now') await driver.loadExtension();
      return driver;
    },
    /** A browser for one test only, which changes more of it than its pages and the extension. */
    async launchAlone(): Promise<D> {
      const driver = await launchIt({ standin: this.standin });
      alone.push(driver);
      return driver;
    },
  };
}
