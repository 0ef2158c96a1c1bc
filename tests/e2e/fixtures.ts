import { afterAll, afterEach, beforeAll } from 'vitest';
import { startStandin, type Standin } from '../standin/server.ts';
import type { StandinOptions } from '../standin/state.ts';
import type { ChromiumDriver } from './harness/chromium-driver.ts';
import { launchChromium } from './harness/chromium.ts';

/** A stand-in for a test file, and a fresh Chromium with the built extension for each test. */
export function chromium(options: StandinOptions = {}) {
  let standin: Standin | undefined;
  const drivers: ChromiumDriver[] = [];
  beforeAll(async () => {
    standin = await startStandin(options);
  });
  afterEach(async () => {
    await Promise.all(drivers.splice(0).map((driver) => driver.close()));
    standin?.state.reset();
  });
  afterAll(() => standin?.close());

  return {
    get standin(): Standin {
      if (!standin) throw new Error('The stand-in has not started.');
      return standin;
    },
    async launch(extension: 'now' | 'later' = 'now'): Promise<ChromiumDriver> {
      const driver = await launchChromium({ standin: this.standin, extension });
      drivers.push(driver);
      return driver;
    },
  };
}
