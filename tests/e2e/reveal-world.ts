import type { ChromiumDriver } from './harness/chromium-driver.ts';
import type { Panel } from './harness/driver.ts';
import { pageAt } from './isolated-world.ts';
import { API_KEYS, ask, PASSPHRASE } from './journey.ts';

/** Saves a key. @returns its id. */
export async function saveKey(from: Panel, text: string): Promise<string> {
  return (await ask<{ ok: { itemId: string } }>(from, 'key/paste', { text })).ok.itemId;
}

/** Unfolds what stands under the key's page, and gives a passphrase there. */
export async function askToReveal(page: Panel, passphrase: string = PASSPHRASE): Promise<void> {
  await page.type({ role: 'textbox', name: 'Passphrase' }, passphrase);
  await page.press({ role: 'button', name: 'Show key' });
}

/** The page of one key, with *More* unfolded. */
export async function openKey(
  driver: Pick<ChromiumDriver, 'appPage'>,
  itemId: string,
): Promise<Panel> {
  const page = await driver.appPage(`app.html#keys/${itemId}`);
  await unfold(page);
  return page;
}

/** Presses *More*, which assistive technology knows by different roles. */
export async function unfold(page: Panel): Promise<void> {
  await page.waitFor({ text: 'More' });
  await page.evaluate(() => document.querySelector<HTMLElement>('.reveal summary')?.click());
}

/** What the clipboard holds, as a page of the person's reads it. */
export async function clipboardOf(driver: ChromiumDriver): Promise<string> {
  const page = pageAt(driver, API_KEYS);
  await driver.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Makes the clearing of the clipboard due now, as if its time had passed. */
export function makeDue(driver: ChromiumDriver): Promise<void> {
  return driver.evaluateInWorker(async () => {
    const { chrome } = globalThis as never as {
      chrome: {
        storage: {
          session: {
            get(key: string): Promise<{ copied: object }>;
            set(of: object): Promise<void>;
          };
        };
        alarms: { create(name: string, of: object): Promise<void> };
      };
    };
    const { copied } = await chrome.storage.session.get('copied');
    await chrome.storage.session.set({ copied: { ...copied, until: 0 } });
    await chrome.alarms.create('clipboard', { when: Date.now() });
  });
}
