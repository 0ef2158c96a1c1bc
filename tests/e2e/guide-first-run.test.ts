import { expect, test } from 'vitest';
import { API_KEYS } from './journey';
import { guideWorld } from './guide-world';
import type { Tab } from './harness/driver';

const world = guideWorld();
const WELCOME = /^https:\/\/platform\.openai\.com\/welcome/;

/** OpenAI's first page for new people. What best describes them is theirs. */
async function nameOrganization(page: Tab): Promise<void> {
  await page.callout().waitForText('Name your organization');
  await page.press({ role: 'button', name: 'Create organization' });
}

test('a product that doesn’t need the wizard’s key passes by it, and makes its own', async () => {
  world.play({ firstRun: true });
  const page = await world.start('bubble', WELCOME);
  await nameOrganization(page);
  const invite = await page.callout().waitForText('I’ll invite my team later');
  expect(invite).toContain('2 of 3');
  await page.callout().press('Fill this');
  const later = await page.callout().waitForText('I’ll do this later');
  expect(later).toContain('This first key could do everything.');
  await page.callout().press('Fill this');
  const rest = await page.callout().waitForText('OpenAI’s first steps are not done yet');
  expect(rest).toContain('The key is made after them, under API keys.');
  await page.press({ role: 'button', name: /buy credits later/ });
  await page.callout().waitForText('Press “Create new secret key”');
  expect(await page.url()).toBe(API_KEYS);
  expect(world.standin.state.store.keys).toEqual([]);
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
});

test('a product whose page leads through the wizard makes its test key, then a restricted one', async () => {
  world.play({ firstRun: 'organization-last' });
  const page = await world.start('innoslate', WELCOME);
  await page.goto('https://platform.openai.com/home');
  await page.press({ role: 'button', name: 'Start building' });
  await page.callout().waitForText('I’ll invite my team later');
  await page.callout().press('Fill this');
  await page.callout().waitForText('Name the key “Innoslate');
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Press “Generate API Key”');
  await page.press({ role: 'button', name: 'Generate API Key' });
  await page.callout().waitForText('Saved. This first key may do everything.');
  const [first] = (await world.state()).keys;
  expect(first).toMatchObject({ kind: 'project', recipeId: 'innoslate' });
  expect(first?.name).toMatch(/^Innoslate /);
  expect(first?.warnings).toContain('all_permissions');

  await page.callout().press('Make a restricted one');
  await nameOrganization(page);
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press');
  await page.press({ role: 'button', name: 'Create secret key', exact: true });
  await page.callout().waitForText('Saved. You can close this dialog.');
  const restricted = (await world.state()).keys.find(({ replaces }) => replaces?.id === first?.id);
  expect(restricted).toMatchObject({ recipeId: 'innoslate', warnings: [] });
  const popup = (await world.driver.openedPopup(3_000)) ?? (await world.driver.popup());
  await popup.waitFor({ text: /is still valid/ });
  await popup.waitFor({ text: 'Revoke it once the new key has arrived and is proved.' });
});
