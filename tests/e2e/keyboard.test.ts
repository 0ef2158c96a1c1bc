import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { chromium } from './fixtures';
import type { Tab } from './harness/driver';
import { until } from './harness/until';
import { evaluateAsContentScript, pageAt } from './isolated-world';
import { ADMIN_KEYS, anyPopup, DOIT, PASSPHRASE } from './journey';

const world = chromium();

/** What has the focus in the card, once its press would count. */
const FOCUSED_IN_CARD = `(() => {
  const host = document.querySelector('keyferry-callout');
  const button = host && chrome.dom.openOrClosedShadowRoot(host).activeElement;
  return button && !button.hasAttribute('aria-disabled') ? button.textContent : '';
})()`;

/** Moves the focus into the card by its shortcut, and presses the button that has it there. */
async function pressInCard(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Alt+Shift+K');
  await until(`have the focus on “${name}”`, async () => {
    const focused = await evaluateAsContentScript<string>(page, FOCUSED_IN_CARD);
    return focused === name || undefined;
  });
  await page.keyboard.press('Enter');
}

/** Goes on by Tab until a control of the page has the focus, and presses it. */
async function pressInPage(page: Page, name: string): Promise<void> {
  await until(`reach “${name}” by Tab`, async () => {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim());
    return focused === name || undefined;
  });
  await page.keyboard.press('Enter');
}

test('the whole way by keyboard: set-up, guide, OpenAI’s last button, send, DoiT’s form, its test and its last button', async () => {
  const driver = await world.launch();
  const first = await driver.popup();
  await first.waitFor({ role: 'button', name: 'Set up and practice' });
  await first.key('Enter');
  const welcome = await driver.waitForTab(/\/welcome\.html/);
  await welcome.waitFor({ role: 'textbox', name: 'Passphrase', exact: true });
  const page = pageAt(driver, await welcome.url());
  await page.keyboard.type(PASSPHRASE);
  await until('reach the second field by Tab', async () => {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(
      () => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent,
    );
    return label?.startsWith('Repeat') || undefined;
  });
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await welcome.waitFor({ role: 'button', name: 'Skip the practice' });
  await welcome.close();

  const popup = await driver.popup();
  await popup.waitFor({ text: 'What is the key for?' });
  // The search has the focus.
  await popup.type({ role: 'textbox', name: /^Search/ }, 'doit');
  await popup.key('Enter');
  const dashboard = await driver.waitForTab(ADMIN_KEYS);
  await dashboard.callout().waitForText('Fill the rest');
  const tab = pageAt(driver, ADMIN_KEYS);
  await pressInCard(tab, 'Fill the rest');
  await dashboard.callout().waitForText('Check it, then press');
  await pressInPage(tab, 'Create admin key');
  await dashboard.callout().waitForText('Saved. You can close this dialog.');

  const send = await anyPopup(driver);
  await send.waitFor({ role: 'button', name: 'Send and verify' });
  await driver.approvePermission(DOIT);
  await send.key('Enter');
  const doit: Tab = await driver.waitForTab(DOIT);
  await doit.callout().waitForText('Fill and test');
  const form = pageAt(driver, DOIT);
  await pressInCard(form, 'Fill and test');
  await doit.callout().waitForText('DoiT’s test passed');
  await pressInPage(form, 'Finish');
  await doit.callout().waitForText('In DoiT, tested.');
  expect(world.standin.state.doit).toHaveLength(1);

  // The toolbar button has a shortcut too; the prompt is the browser's own.
  const presses = driver.counter.log.filter((line) => line.startsWith('press '));
  expect(new Set(presses)).toEqual(new Set(['press the toolbar button']));
});
