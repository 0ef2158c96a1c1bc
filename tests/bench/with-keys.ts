import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChromiumDriver } from '../e2e/harness/chromium-driver.ts';
import { launchChromium } from '../e2e/harness/chromium.ts';
import { ask, PASSPHRASE } from '../e2e/journey.ts';
import type { Standin } from '../standin/server.ts';
import { bundled } from './bundle.ts';

/** What the app page asks for first. */
export const FIRST_PAGE = {
  query: '',
  sort: { by: 'saved', descending: true },
  offset: 0,
  limit: 25,
} as const;

/** Runs some work in a browser whose vault holds so many keys and is unlocked. */
export async function withKeys<T>(
  standin: Standin,
  count: number,
  work: (driver: ChromiumDriver) => Promise<T>,
): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'keyferry-bench-'));
  if (count > 0) {
    const planting = await launchChromium({ standin, profile });
    const page = await planting.appPage('manifest.json');
    const address = await page.url();
    const playing = planting.context.pages().find((each) => each.url() === address);
    await playing?.evaluate(await bundled('in-page/many-keys.ts'));
    await page.evaluate(
      ([passphrase, many]) =>
        (
          globalThis as never as {
            bench: { plant(passphrase: string, count: number): Promise<void> };
          }
        ).bench.plant(passphrase, many),
      [PASSPHRASE, count] as const,
    );
    await planting.close();
  }
  const driver = await launchChromium({ standin, profile });
  try {
    const page = await driver.appPage('manifest.json');
    const { error } = await ask<{ error?: unknown }>(
      page,
      count > 0 ? 'vault/unlock' : 'vault/create',
      { passphrase: PASSPHRASE },
    );
    if (error) throw new Error(`The vault did not open: ${JSON.stringify(error)}`);
    // What an older vault needs is done once.
    await ask(page, 'keys/list', FIRST_PAGE);
    return await work(driver);
  } finally {
    await driver.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}
