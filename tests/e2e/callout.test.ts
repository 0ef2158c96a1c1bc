import { expect, test } from 'vitest';
import { chromium } from './fixtures';
import { pageAt } from './isolated-world';
import { ADMIN_KEYS, saveDoitKey, setUpVault, startGuide } from './journey';

const world = chromium();

test('Tab reaches every button of the callout inside the dialog', async () => {
  const driver = await world.launch();
  const page = await startGuide(driver, await setUpVault(driver));
  await page.callout().press('Fill this');
  await page.callout().waitForText('Name the key');
  const focused = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.localName ?? '';
    });
  let reached = 0;
  for (let presses = 0; presses < 20; presses += 1) {
    await page.key('Tab');
    if ((await focused()) === 'keyferry-callout') reached += 1;
  }
  const buttons = await page.callout().buttons();
  expect(buttons).toEqual(['Stop the guide', 'Fill this', 'Fill the rest']);
  expect(reached).toBeGreaterThanOrEqual(buttons.length);
});

test('the accessibility tree holds the callout and its sentence', async () => {
  const driver = await world.launch();
  const page = await startGuide(driver, await setUpVault(driver));
  await page.callout().press('Fill this');
  await page.callout().waitForText('Name the key');
  const target = pageAt(driver, ADMIN_KEYS);
  const session = await target.context().newCDPSession(target);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const seen = nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => `${String(role?.value)} ${String(name?.value)}`);
  expect(seen).toContain('region Keyferry');
  expect(seen).toContain('button Fill the rest');
  expect(seen.some((each) => each.startsWith('StaticText Name the key “DoiT'))).toBe(true);
});

test('pressing the callout never closes the dialog, and Escape still does', async () => {
  const driver = await world.launch();
  const page = await startGuide(driver, await setUpVault(driver));
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
  const page = await startGuide(driver, await setUpVault(driver));
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
  expect(await page.callout().buttons()).toEqual(['Stop the guide']);
  expect(world.standin.state.store.keys).toEqual([]);
});

test('the callout says that the dialog may be closed, and closing it ends the guide', async () => {
  const driver = await world.launch();
  const page = await saveDoitKey(driver);
  await page.press({ role: 'button', name: 'Done' });
  await page.callout().gone();
});
