import type { ChromiumDriver } from './harness/chromium-driver.ts';
import type { Driver, Panel } from './harness/driver.ts';
import { pageAt } from './isolated-world.ts';
import { API_KEYS, ask, PASSPHRASE } from './journey.ts';

/** An alarm is no matter of milliseconds, and may wake the background first. */
export const DUE = { timeoutMs: 30_000 };

/** Saves a key. @returns its id. */
export async function saveKey(from: Panel, text: string): Promise<string> {
  return (await ask<{ ok: { itemId: string } }>(from, 'key/paste', { text })).ok.itemId;
}

/** Gives a passphrase where it is asked under *More*. */
export async function askToReveal(page: Panel, passphrase: string = PASSPHRASE): Promise<void> {
  await page.type({ role: 'textbox', name: 'Passphrase' }, passphrase);
  await page.press({ role: 'button', name: 'Show key' });
}

/** The page of one key, with *More* unfolded. */
export async function openKey(driver: Pick<Driver, 'appPage'>, itemId: string): Promise<Panel> {
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

interface Browser {
  storage: {
    session: {
      get(key: string): Promise<{ copied: object }>;
      set(of: object): Promise<void>;
    };
  };
  alarms: { create(name: string, of: object): Promise<void> };
}

/** Makes the clearing of the clipboard due now, as if its time had passed while the worker slept. */
export async function makeDue(driver: Pick<Driver, 'killWorker'>, from: Panel): Promise<void> {
  await from.evaluate(async () => {
    const { chrome, browser = chrome } = globalThis as never as Record<string, Browser>;
    const stored = await browser?.storage.session.get('copied');
    await browser?.storage.session.set({ copied: { ...stored?.copied, until: 0 } });
  });
  await driver.killWorker();
  await from.evaluate(async () => {
    const { chrome, browser = chrome } = globalThis as never as Record<string, Browser>;
    // Not by the page's clock, which a test may have moved.
    await browser?.alarms.create('clipboard', { when: 1 });
  });
}

/**
 * Writes down which permissions a page asks the person for, and what it is answered.
 * @param answer given in the person's place, where a prompt can't be pressed.
 */
export function overhear(page: Panel, answer?: boolean): Promise<void> {
  return page.evaluate(
    ({ instead }) => {
      type Request = (of: { permissions: string[] }) => Promise<boolean>;
      const { chrome, browser = chrome } = globalThis as never as Record<
        string,
        { permissions: { request: Request } }
      >;
      if (!browser) return;
      const real = browser.permissions.request.bind(browser.permissions);
      const heard: unknown[] = [];
      Reflect.set(globalThis, 'heard', heard);
      browser.permissions.request = async (of) => {
        const given = instead ?? (await real(of));
        heard.push({ asked: of.permissions, given });
        return given;
      };
    },
    { instead: answer },
  );
}

/** What {@link overhear} has written down. */
export function heardIn(page: Panel): Promise<unknown> {
  return page.evaluate(() => Reflect.get(globalThis, 'heard') as unknown);
}
