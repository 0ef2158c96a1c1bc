import { expect, test } from 'vitest';
import { ADMIN_KEYS } from './journey';
import { guideWorld, pressCreate } from './guide-world';

const world = guideWorld();
const DIALOG = { role: 'dialog', name: /^Create new/ };

async function filled(recipeId: string) {
  const page = await world.start(recipeId);
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
  return page;
}

test.each([
  ['All', '“All” is chosen', 'DoiT needs much less'],
  ['Read only', '“Read only” is chosen', 'DoiT needs much less'],
])('%s is said, and mended by a press', async (choice, title, body) => {
  const page = await filled('doit');
  await page.press({ role: 'radio', name: choice, exact: true });
  expect(await page.callout().waitForText(title)).toContain(body);
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
  await pressCreate(page, 'admin');
  await page.callout().waitForText('Saved. You can close this dialog.');
  expect(world.standin.state.store.keys[0]?.scopes).toEqual(['api.usage.read']);
});

test('a row too many is said, and set back', async () => {
  const page = await filled('doit');
  await setRow('Audit Logs Scope', 'Read');
  await page.callout().waitForText('“Audit Logs Scope” is more than needed');
  expect(await page.callout().buttons()).toEqual(['Stop the guide', 'Mend this', 'Keep it']);
  await page.callout().press('Mend this');
  await page.callout().waitForText('Check it, then press');
  await pressCreate(page, 'admin');
  await page.callout().waitForText('Saved. You can close this dialog.');
  expect(world.standin.state.store.keys[0]?.scopes).toEqual(['api.usage.read']);
});

test('a row too many can be kept, and the key says so', async () => {
  const page = await filled('doit');
  await setRow('Audit Logs Scope', 'Read');
  await page.callout().press('Keep it');
  await page.callout().waitForText('Check it, then press');
  await pressCreate(page, 'admin');
  const said = await page.callout().waitForText('Saved. You can close this dialog.');
  expect(said).toContain('This key may do more than the job needs.');
  expect((await world.state()).keys[0]?.warnings).toEqual(['more_than_needed']);
});

test('on another page of the dashboard the callout says where, and leads there', async () => {
  const page = await world.start('doit');
  await page.callout().waitForText('Press “Create new Admin key”');
  await page.press({ role: 'link', name: 'Usage' });
  await page.callout().waitForText('This key is made on another page');
  expect(await page.callout().buttons()).toEqual(['Stop the guide', 'Open the page']);
  await page.callout().press('Open the page');
  await page.callout().waitForText('Press “Create new Admin key”');
  expect(await page.url()).toBe(ADMIN_KEYS);
});

test('the page of project keys is the wrong one for an admin key', async () => {
  const page = await world.start('doit');
  await page.press({ role: 'link', name: 'API Keys' });
  const said = await page.callout().waitForText('This key is made on another page');
  expect(said).toContain('Admin keys');
});

test('an open edit dialog is in the way, and nothing in it is touched', async () => {
  const { store } = world.standin.state;
  store.create({ kind: 'admin', name: 'Old', permission: 'all', rows: {}, expiration: 'Never' });
  const page = await world.start('doit');
  await page.callout().waitForText('Press “Create new Admin key”');
  await page.press({ role: 'button', name: 'Edit' });
  const said = await page.callout().waitForText('Another dialog is open. Close it first');
  expect(said).not.toContain('Fill');
  await page.press({ role: 'button', name: 'Cancel' });
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
});

test('a dialog that was closed by mistake is opened and filled again', async () => {
  const page = await filled('doit');
  await page.key('Escape');
  await page.waitFor(DIALOG, { state: 'hidden' });
  await page.callout().waitForText('Press “Create new Admin key”');
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
});

test('after the creation the page’s own summary tells of more than the recipe wants', async () => {
  const page = await filled('doit');
  await page.press({ role: 'radio', name: 'All', exact: true });
  await page.callout().waitForText('“All” is chosen');
  await pressCreate(page, 'admin');
  await page.waitFor({ text: 'Read and write API resources' });
  const said = await page.callout().waitForText('Saved. You can close this dialog.');
  expect(said).toContain('may do everything');
});

/** Chooses in a row of the matrix, as a person's mouse would. */
async function setRow(row: string, choice: string): Promise<void> {
  const shown = world.page().locator('.matrix-row', { hasText: row });
  await shown.getByRole('radio', { name: choice, exact: true }).click();
}
