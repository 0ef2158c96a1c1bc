import type { Standin } from '../standin/server.ts';
import type { Driver, Panel, Surface, Tab } from './harness/driver.ts';
import { until } from './harness/until.ts';

/** The passphrase of every test vault. */
export const PASSPHRASE = 'nineteen quiet lantern boats';
/** DoiT's host, as the browser's permission names it. */
export const DOIT = 'https://console.doit.com';
/** The page on which an admin key is made. */
export const ADMIN_KEYS = 'https://platform.openai.com/settings/organization/admin-keys';
/** The page on which a project key is made. */
export const API_KEYS = 'https://platform.openai.com/api-keys';

const START = { role: 'button', name: 'Set up and practice' };
const CREATE = { role: 'button', name: 'Create vault' };

/** Sets the vault up, as a person does who skips the practice. @returns the popup, at what comes next. */
export async function setUpVault(driver: Driver): Promise<Panel> {
  const popup = await driver.popup();
  await popup.press(START);
  const tab = await driver.waitForTab(/\/welcome\.html/);
  await typePassphrase(tab);
  await tab.waitFor({ role: 'button', name: 'Skip the practice' });
  await tab.close();
  return driver.popup();
}

/** The same where a key waits for the vault: the popup itself sets it up. */
export async function setUpForKey(driver: Driver): Promise<Panel> {
  const popup = await driver.popup();
  await typePassphrase(popup);
  return popup;
}

async function typePassphrase(surface: Surface): Promise<void> {
  await surface.type({ role: 'textbox', name: 'Passphrase', exact: true }, PASSPHRASE);
  await surface.type({ role: 'textbox', name: 'Repeat passphrase', exact: true }, PASSPHRASE);
  await surface.press(CREATE);
  await surface.waitFor(CREATE, { state: 'hidden' });
}

/** What {@link setUpVault} leads to, without the typing. @returns the popup, at what comes next. */
export async function newVault(driver: Driver): Promise<Panel> {
  const popup = await driver.popup();
  await popup.waitFor({ role: 'button', name: /^(Set up and practice|Create vault)$/ });
  await ask(popup, 'vault/create', { passphrase: PASSPHRASE });
  for (const each of [START, CREATE]) await popup.waitFor(each, { state: 'hidden' });
  return popup;
}

/** Picks DoiT in the popup. @returns OpenAI's page, once the callout points at its first control. */
export async function startGuide(driver: Driver, popup: Panel): Promise<Tab> {
  await popup.press({ role: 'button', name: /^DoiT/ });
  const page = await driver.waitForTab(ADMIN_KEYS);
  await page.callout().waitForText('Fill the rest');
  return page;
}

/** Fills the create dialog by the callout, up to the press that stays the person's. */
export async function fillDialog(page: Tab): Promise<void> {
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
}

/** OpenAI's own last press; the key is shown, and saved. */
export async function createKey(page: Tab): Promise<void> {
  await page.press({ role: 'button', name: 'Create admin key', exact: true });
  await page.callout().waitForText('Saved. You can close this dialog.');
}

/** From nothing to a saved DoiT key. @returns OpenAI's page, with the reveal dialog open. */
export async function saveDoitKey(driver: Driver, makeVault = setUpVault): Promise<Tab> {
  const page = await startGuide(driver, await makeVault(driver));
  await fillDialog(page);
  await createKey(page);
  return page;
}

/** The popup: the one that opened by itself, or by a press of the toolbar button. */
export async function anyPopup(driver: Driver): Promise<Panel> {
  return (await driver.openedPopup(3_000)) ?? driver.popup();
}

/** Presses *Send and verify*, and approves the access to a product's origin. @returns the product's page. */
export async function sendTo(driver: Driver, popup: Panel, origin: string): Promise<Tab> {
  await popup.waitFor({ role: 'button', name: 'Send and verify' });
  await driver.approvePermission(origin);
  await popup.press({ role: 'button', name: 'Send and verify' });
  return driver.waitForTab(origin);
}

/** The same to DoiT. @returns DoiT's page, once the callout offers to fill it in. */
export async function sendToDoit(driver: Driver, popup: Panel): Promise<Tab> {
  const page = await sendTo(driver, popup, DOIT);
  await page.callout().waitForText('Fill and test');
  return page;
}

/** Fills DoiT's form and has DoiT test the key. */
export async function fillAndTest(page: Tab): Promise<void> {
  await page.callout().press('Fill and test');
  await page.callout().waitForText('DoiT’s test passed');
}

/** DoiT's own last press. @returns what the callout says at the end. */
export async function finish(page: Tab): Promise<string> {
  await page.press({ role: 'button', name: 'Finish' });
  return page.callout().waitForText('In DoiT, tested.');
}

/** The one key that the stand-in has made. */
export async function madeKey(standin: Standin): Promise<string> {
  return until('OpenAI has made a key', () => Promise.resolve(standin.state.store.keys[0]?.value));
}

/** Asks the background, from one of the extension's own pages. */
export function ask<T>(
  panel: Pick<Surface, 'evaluate'>,
  name: string,
  request: object = {},
): Promise<T> {
  return panel.evaluate(
    async (message) => {
      const { chrome, browser = chrome } = globalThis as never as Record<
        string,
        { runtime: { sendMessage(message: unknown): Promise<unknown> } }
      >;
      return (await browser?.runtime.sendMessage(message)) as T;
    },
    { name, request },
  );
}
