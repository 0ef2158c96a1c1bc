import { afterAll, afterEach, beforeAll } from 'vitest';
import { startStandin, type Standin } from '../standin/server.ts';
import type { StandinOptions } from '../standin/state.ts';
import type { ChromiumDriver } from './harness/chromium-driver.ts';
import { launchChromium } from './harness/chromium.ts';

/** A stand-in and a Chromium for a test file. Each test gets the browser empty, with the extension newly installed. */
export function chromium(options: StandinOptions = {}) {
  let standin: Standin | undefined;
  let idle: ChromiumDriver | undefined;
  const shared: ChromiumDriver[] = [];
  const alone: ChromiumDriver[] = [];
  beforeAll(async () => {
    standin = await startStandin({ latencyMs: 30, ...options });
  });
  afterEach(async () => {
    await Promise.all(alone.splice(0).map((driver) => driver.close()));
    for (const driver of shared.splice(0)) {
      const emptied = idle ? undefined : await driver.emptied().catch(() => undefined);
      if (emptied) idle = emptied;
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
    async launch(extension: 'now' | 'later' = 'now'): Promise<ChromiumDriver> {
      // What came with the launch could not be removed.
      const launch = { standin: this.standin, extension: 'later' } as const;
      const driver = idle ?? (await launchChromium(launch));
      idle = undefined;
      shared.push(driver);
      if (extension === 'now') await driver.loadExtension();
      return driver;
    },
    /** A browser for one test only, which changes more of it than its pages and the extension. */
    async launchAlone(): Promise<ChromiumDriver> {
      const driver = await launchChromium({ standin: this.standin });
      alone.push(driver);
      return driver;
    },
  };
}
