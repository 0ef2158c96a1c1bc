import { expect, test } from 'vitest';
import { chromium } from './fixtures';
import type { ChromiumDriver } from './harness/chromium-driver';
import type { Tab } from './harness/driver';
import { pageAt } from './isolated-world';
import { ADMIN_KEYS, API_KEYS, saveDoitKey, newVault, startGuide } from './journey';

const world = chromium();

/** Presses Tab until the focus has gone round. @returns the names of what had it, in order. */
async function tabRound(driver: ChromiumDriver, tab: Tab, url: string): Promise<string[]> {
  const page = pageAt(driver, url);
  const session = await page.context().newCDPSession(page);
  const names: string[] = [];
  for (;;) {
    await tab.key('Tab');
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    // The page itself counts as focused too; the last one is what a key would go to.
    const focused = nodes.findLast(({ properties }) =>
      properties?.some(({ name, value }) => name === 'focused' && value.value === true),
    );
    const name = String(focused?.name?.value);
    if (names.includes(name)) return names;
    names.push(name);
  }
}

test('Tab reaches every button of the callout inside the dialog, before the dialog’s own last ones', async () => {
  const driver = await world.launch();
  const page = await startGuide(driver, await newVault(driver));
  await page.callout().press('Fill this');
  await page.callout().waitForText('Name the key');
  const names = await tabRound(driver, page, ADMIN_KEYS);
  const buttons = ['Stop the guide', 'Fill this', 'Fill the rest', 'Skip'];
  expect(await page.callout().buttons()).toEqual(buttons);
  const last = ['Cancel', 'Create admin key'];
  expect(names.filter((name) => [...buttons, ...last].includes(name))).toEqual([
    ...buttons,
    ...last,
  ]);
});

test('Tab reaches the callout’s buttons in the reveal dialog, and pressing them leaves it open', async () => {
  const driver = await world.launch();
  await newVault(driver);
  const page = await driver.newTab(API_KEYS);
  await page.press({ role: 'button', name: 'Create new secret key', exact: true });
  await page.press({ role: 'button', name: 'Create secret key', exact: true });
  await page.callout().waitForText('Save this key in Keyferry?');
  const names = await tabRound(driver, page, API_KEYS);
  expect(names).toEqual(expect.arrayContaining(['Save key', 'Not now', 'Done']));
  await page.callout().press('Save key');
  await page.callout().waitForText('Saved. You can close this dialog.');
  await page.callout().press('Close');
  await page.callout().gone();
  await page.waitFor({ role: 'dialog', name: 'Save your key' });
  await page.key('Escape');
  await page.waitFor({ role: 'dialog', name: 'Save your key' }, { state: 'hidden' });
});

test('the accessibility tree holds the callout and its sentence', async () => {
  const driver = await world.launch();
  const page = await startGuide(driver, await newVault(driver));
  await page.callout().press('Fill this');
  await page.callout().waitForText('Name the key');
  const target = pageAt(driver, ADMIN_KEYS);
  const session = await target.context().newCDPSession(target);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const seen = nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => `${String(role?.value)} ${String(name?.value)}`);
  expect(seen).toContain('region Keyferry, 2 of 7');
  expect(seen).toContain('button Fill the rest');
  expect(seen.some((each) => each.startsWith('StaticText Name the key “DoiT'))).toBe(true);
});

test('pressing the callout never closes the dialog, and Escape still does', async () => {
  const driver = await world.launch();
  const page = await startGuide(driver, await newVault(driver));
  await page.callout().press('Fill this');
  await page.callout().waitForText('Name the key');
  await page.callout().press('Fill this');
  await page.callout().waitForText('Let it expire');
  await page.waitFor({ role: 'dialog', name: 'Create new admin key' });
  await page.key('Escape');
  await page.waitFor({ role: 'dialog', name: 'Create new admin key' }, { state: 'hidden' });
  await page.callout().waitForText('Press “Create new Admin key”');
});

test('step by step, each fill is read back, and the last press stays the person’s', async () => {
  const driver = await world.launch();
  const page = await startGuide(driver, await newVault(driver));
  for (const next of [
    'Name the key',
    'Let it expire in 90 days',
    '“All” is chosen',
    'Set “Usage API Scope” to Read',
    'Check it, then press',
  ]) {
    await page.callout().press('Fill this');
    await page.callout().waitForText(next);
  }
  expect(await page.callout().buttons()).toEqual(['Stop the guide', 'Undo']);
  expect(world.standin.state.store.keys).toEqual([]);
});

test('the callout says that the dialog may be closed, and closing it ends the guide', async () => {
  const driver = await world.launch();
  const page = await saveDoitKey(driver, newVault);
  await page.press({ role: 'button', name: 'Done' });
  await page.callout().gone();
});
