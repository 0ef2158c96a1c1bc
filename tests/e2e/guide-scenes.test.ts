import { expect, test } from 'vitest';
import { ADMIN_KEYS, API_KEYS } from './journey';
import { guideWorld, pressCreate } from './guide-world';

const world = guideWorld();
const SAVED = 'Saved. You can close this dialog.';

test('who is not signed in is told so in the popup, and the guide goes on after the sign-in', async () => {
  world.play({ signedIn: false });
  const page = await world.start('doit', /^https:\/\/auth\.openai\.com\//);
  const popup = await world.driver.popup();
  await popup.waitFor({ text: 'OpenAI’s dashboard is not in the guide’s tab.' });
  await popup.waitFor({ role: 'button', name: 'Back to the page' });
  expect((await world.state()).guide).toMatchObject({ recipeId: 'doit', isAway: true });
  await popup.close();
  await page.press({ role: 'button', name: 'Continue' });
  await page.callout().waitForText('Press “Create new Admin key”');
  expect(await page.url()).toBe(ADMIN_KEYS);
  expect((await world.state()).guide).toMatchObject({ isAway: false });
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
});

test.each([
  ['no-button', 'doit'],
  ['disabled-button', 'doit'],
  ['no-button', 'bubble'],
  ['disabled-button', 'bubble'],
] as const)('%s: %s: an owner can be asked with a ready text', async (role, id) => {
  world.play({ role });
  const page = await world.start(id);
  const said = await page.callout().waitForText('You can’t make this key here');
  expect(said).not.toContain('Fill');
  expect(await page.callout().buttons()).toEqual(['Stop the guide', 'Copy a request']);
  await world.page().context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.callout().press('Copy a request');
  await page.callout().waitForText('Copied. The text stands here too.');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const [url, permission, reason] =
    id === 'doit'
      ? [ADMIN_KEYS, '– Usage API Scope: Read.', 'DoiT reads cost and usage, and nothing else.']
      : [API_KEYS, '– Model capabilities: Request.', 'The page’s calls send prompts to models.'];
  for (const each of [url, permission, reason, 'Expiration: 90 days', 'nothing else']) {
    expect(text).toContain(each);
  }
  expect(text).not.toMatch(/Organization Administration|Responses|sk-/);
});

test('where no new keys are allowed, that is said, with a request to an owner', async () => {
  world.play({ creation: 'none' });
  const page = await world.start('bubble');
  await page.callout().waitForText('Your organization allows no new keys');
  expect(await page.callout().buttons()).toEqual(['Stop the guide', 'Copy a request']);
});

test('where only service accounts may have keys, the person decides, and the key is marked', async () => {
  world.play({ creation: 'service-account-only' });
  const page = await world.start('bubble');
  await page.callout().press('Fill this');
  await page.callout().waitForText('Only service accounts may have keys here');
  await page.callout().press('Use a service account');
  await page.callout().waitForText('Name the key “Bubble');
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
  await pressCreate(page, 'project');
  await page.callout().waitForText(SAVED);
  const { keys } = await world.state();
  expect(keys[0]).toMatchObject({ kind: 'service-account' });
  expect(keys[0]?.warnings).toContain('all_permissions');
});

test('where only a person’s own keys are allowed, nothing is asked about the owner', async () => {
  world.play({ creation: 'user-only' });
  const page = await world.start('bubble');
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
});

test('the longest end that is allowed is taken where the recipe’s is too long', async () => {
  world.play({ expiry: { maxDays: 30 } });
  const page = await world.start('doit');
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
  await pressCreate(page, 'admin');
  await page.callout().waitForText(SAVED);
  expect(world.standin.state.store.keys[0]).toMatchObject({ expiration: '30 days' });
  expect((await world.state()).keys[0]).toMatchObject({ expiration: '30 days', warnings: [] });
});

test('a phone check before the first key is said, and the guide goes on after it', async () => {
  world.play({ phoneVerification: true });
  const page = await world.start('bubble');
  await page.callout().press('Fill this');
  await page.callout().waitForText('OpenAI wants to verify your phone number');
  expect(await page.callout().buttons()).toEqual(['Stop the guide']);
  await page.press({ role: 'button', name: 'Start verification' });
  await page.type({ role: 'textbox', name: /Phone number|555/ }, '+15550100');
  await page.press({ role: 'button', name: 'Send code' });
  await page.callout().waitForText('OpenAI wants to verify your phone number');
  await page.type({ role: 'textbox', name: /Code|000000/ }, '000000');
  await page.press({ role: 'button', name: 'Verify' });
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
});

test('in the wrong console the popup says so, and leads back', async () => {
  world.play({ workspaceConsole: true });
  const page = await world.start('doit');
  await page.callout().waitForText('Press “Create new Admin key”');
  await page.press({ role: 'link', name: 'Admin Console' });
  await page.waitFor({ role: 'heading', name: 'Credentials' });
  const popup = await world.driver.popup();
  await popup.waitFor({ text: /in no other console/ });
  await popup.press({ role: 'button', name: 'Back to the page' });
  await page.callout().waitForText('Press “Create new Admin key”');
  expect(await page.url()).toBe(ADMIN_KEYS);

  // From another tab it only shows the page, as it was left.
  await page.press({ role: 'button', name: 'Create new Admin key', exact: true });
  const other = await world.driver.newTab();
  const again = await world.driver.popup();
  await again.press({ role: 'button', name: 'Show the step' });
  await again.closed();
  expect(await page.evaluate(() => document.visibilityState)).toBe('visible');
  await page.callout().waitForText('Name');
  await other.close();
});

test.each(['doit', 'nexla'])('%s on a page that renders three seconds late', async (id) => {
  world.play({ slowMs: 3_000 });
  const page = await world.start(id);
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press', 30_000);
  await pressCreate(page, id === 'doit' ? 'admin' : 'project');
  await page.callout().waitForText(SAVED);
});

test.each(['doit', 'nexla'])('%s in a dialog that is made anew again and again', async (id) => {
  world.play({ remount: true });
  const page = await world.start(id);
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press', 30_000);
  await world
    .page()
    .getByRole('button', { name: /^Create (admin|secret) key$/ })
    .click();
  await page.callout().waitForText(SAVED);
});
