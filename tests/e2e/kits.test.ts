import { expect, test } from 'vitest';
import { KIT_NAMES } from '../standin/dashboard/kits/kit';
import { guideWorld } from './guide-world';
import { createKey, fillDialog } from './journey';

const world = guideWorld();
const CREATE = { role: 'dialog', name: 'Create new admin key' };
const REVEAL = { role: 'dialog', name: 'Save your key' };

test.each(KIT_NAMES)('a dashboard made of %s is filled, and its key saved', async (kit) => {
  world.standin.state.kit = kit;
  const page = await world.start('doit');
  await fillDialog(page);
  await page.waitFor(CREATE);
  await createKey(page);
  const [key] = world.standin.state.store.keys;
  expect(key).toMatchObject({
    permission: 'restricted',
    scopes: ['api.usage.read'],
    expiration: '90 days',
  });
  expect(key?.name).toMatch(/^DoiT \d{4}-\d{2}-\d{2}$/);

  await page.callout().press('Close');
  await page.callout().gone();
  await page.waitFor(REVEAL);
  await page.key('Escape');
  await page.waitFor(REVEAL, { state: 'hidden' });
});

test.each(KIT_NAMES)(
  'in a dialog made of %s each press of the callout leaves it open, typing arrives, and Escape closes it',
  async (kit) => {
    world.standin.state.kit = kit;
    const page = await world.start('doit');
    await page.callout().press('Fill this');
    await page.callout().waitForText('Name the key');
    await page.type({ role: 'textbox', name: /^(Name|My Admin Key|)$/ }, 'x');
    for (const next of [
      'Let it expire in 90 days',
      '“All” is chosen',
      'Set “Usage API Scope” to Read',
      'Check it, then press',
    ]) {
      await page.callout().waitForText(next);
      await page.waitFor(CREATE);
      if (next !== 'Check it, then press') await page.callout().press('Fill this');
    }
    await page.key('Escape');
    await page.waitFor(CREATE, { state: 'hidden' });
    await page.callout().waitForText('Press “Create new Admin key”');
  },
);
