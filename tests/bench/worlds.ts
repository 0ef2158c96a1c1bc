import type { ChromiumDriver } from '../e2e/harness/chromium-driver.ts';
import { launchChromium, launchPlainChromium } from '../e2e/harness/chromium.ts';
import { startStandin, type Standin } from '../standin/server.ts';
import { makeEmptyExtension } from './empty-extension.ts';

/** Two browsers against one stand-in: one with Keyferry, one with an extension that does nothing. */
export interface Worlds {
  readonly standin: Standin;
  readonly ours: ChromiumDriver;
  readonly empty: ChromiumDriver;
}

/** Runs some work with both browsers, and closes them. */
export async function withWorlds<T>(work: (worlds: Worlds) => Promise<T>): Promise<T> {
  const standin = await startStandin();
  const extension = await makeEmptyExtension();
  const ours = await launchChromium({ standin });
  const empty = await launchChromium({ standin, extensionPath: extension.path });
  try {
    return await work({ standin, ours, empty });
  } finally {
    await Promise.all([ours.close(), empty.close()]);
    await extension.remove();
    await standin.close();
  }
}

/** Runs some work with a browser that has no extension. */
export async function withPlainBrowser<T>(
  work: (browser: Awaited<ReturnType<typeof launchPlainChromium>>) => Promise<T>,
): Promise<T> {
  const browser = await launchPlainChromium();
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
