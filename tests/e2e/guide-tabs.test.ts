import { expect, test } from 'vitest';
import { ADMIN_KEYS, API_KEYS, ask } from './journey';
import { guideWorld, pressCreate } from './guide-world';

const world = guideWorld();
const SAVED = 'Saved. You can close this dialog.';

test('away within the dashboard and back, the guide is where the page is', async () => {
  const page = await world.start('doit');
  await page.callout().press('Fill this');
  await page.callout().waitForText('Name the key');
  await page.key('Escape');
  await page.press({ role: 'link', name: 'Usage' });
  await page.callout().waitForText('This key is made on another page');
  await page.evaluate(() => history.back());
  await page.callout().waitForText('Press “Create new Admin key”');
});

test('a page that is loaded again goes on with its guide', async () => {
  const page = await world.start('doit');
  await page.callout().press('Fill this');
  await page.callout().waitForText('Name the key');
  await page.goto(ADMIN_KEYS);
  await page.callout().waitForText('Press “Create new Admin key”');
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
});

test('two tabs run two guides, each its own', async () => {
  const one = await world.start('doit');
  await one.callout().waitForText('Press “Create new Admin key”');
  const two = await world.start('bubble');
  await two.callout().press('Fill the rest');
  await two.callout().waitForText('Check it, then press “Create secret key”');
  await one.front();
  await one.callout().press('Fill the rest');
  await one.callout().waitForText('Check it, then press “Create admin key”');
  await pressCreate(one, 'admin');
  await one.callout().waitForText(SAVED);
  await two.front();
  expect(await two.callout().text()).toContain('Check it, then press “Create secret key”');
  await pressCreate(two, 'project');
  await two.callout().waitForText(SAVED);
  const { keys } = await world.state();
  expect(new Set(keys.slice(0, 2).map(({ recipeId }) => recipeId))).toEqual(
    new Set(['bubble', 'doit']),
  );
  expect(keys.every(({ warnings }) => warnings.length === 0)).toBe(true);
});

test('a tab that was closed and opened again goes on with its guide', async () => {
  const page = await world.start('doit');
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
  await page.close();
  const again = await world.driver.newTab(ADMIN_KEYS);
  await again.callout().waitForText('Press “Create new Admin key”');
  await again.callout().press('Fill the rest');
  await again.callout().waitForText('Check it, then press');
  await pressCreate(again, 'admin');
  await again.callout().waitForText(SAVED);
  expect((await world.state()).keys).toContainEqual(
    expect.objectContaining({ recipeId: 'doit', warnings: [] }),
  );
});

test('a guide that was stopped doesn’t come back, and no key is taken by itself', async () => {
  const page = await world.start('bubble');
  await page.callout().press('Stop the guide');
  await page.callout().gone();
  expect((await world.state()).guide).toBeUndefined();
  await page.goto(API_KEYS);
  await page.press({ role: 'button', name: 'Create new secret key', exact: true });
  const before = (await world.state()).keys.length;
  await pressCreate(page, 'project');
  await page.callout().waitForText('Save this key in Keyferry?');
  expect((await world.state()).keys).toHaveLength(before);
});

test('the popup’s Stop ends the guide in the page', async () => {
  const page = await world.start('doit');
  await page.callout().waitForText('Press “Create new Admin key”');
  await ask(world.app, 'guide/end');
  await page.callout().gone();
});
