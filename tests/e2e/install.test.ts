import { readFile } from 'node:fs/promises';
import { armor, Decrypter } from 'age-encryption';
import { expect, test } from 'vitest';
import type { AppState } from '@/lib/domain/views';
import { violationsOf } from './axe';
import { chromium } from './fixtures';
import { pageAt } from './isolated-world';
import { API_KEYS, anyPopup, ask, PASSPHRASE, setUpForKey } from './journey';
import { readBuild } from './harness/build';
import { until } from './harness/until';
import type { Driver, Tab } from './harness/driver';

const world = chromium();

async function reveal(driver: Driver): Promise<Tab> {
  const page = await driver.newTab(API_KEYS);
  await page.press({ role: 'button', name: 'Create new secret key', exact: true });
  await page.press({ role: 'button', name: 'Create secret key', exact: true });
  await page.waitFor({ text: 'Save your key' });
  return page;
}

test('installed while the reveal dialog is open, Keyferry can still save the key', async () => {
  const driver = await world.launch('later');
  const page = await reveal(driver);
  await driver.loadExtension();
  await page.callout().waitForText('Save this key in Keyferry?');
  await setUpForKey(driver);
  await page.callout().press('Save key');
  await page.callout().waitForText('Saved. You can close this dialog.');
  const { ok } = await ask<{ ok: AppState }>(await anyPopup(driver), 'app/state');
  expect(ok.keys).toHaveLength(1);
});

test('updated while the reveal dialog is open, the new version takes over in the open tab', async () => {
  const driver = await world.launch();
  const page = await reveal(driver);
  await page.callout().waitForText('Save this key in Keyferry?');
  await driver.loadExtension();
  await setUpForKey(driver);
  await page.callout().press('Save key');
  await page.callout().waitForText('Saved. You can close this dialog.');
  const hosts = await page.evaluate(() => document.querySelectorAll('keyferry-callout').length);
  expect(hosts).toBe(1);
  const { ok } = await ask<{ ok: AppState }>(await anyPopup(driver), 'app/state');
  expect(ok.keys).toHaveLength(1);
});

test('a script that the extension has left behind says what to do when a key appears', async () => {
  const driver = await world.launch('later');
  await driver.loadExtension();
  const page = await driver.newTab(API_KEYS);
  await page.press({ role: 'button', name: 'Create new secret key', exact: true });
  const session = await driver.context.browser()?.newBrowserCDPSession();
  await session?.send('Extensions.uninstall', { id: readBuild('chrome-mv3').chromeId });
  await page.press({ role: 'button', name: 'Create secret key', exact: true });
  const target = pageAt(driver, API_KEYS);
  const tree = await target.context().newCDPSession(target);
  const said = await until('read the notice', async () => {
    const { nodes } = await tree.send('Accessibility.getFullAXTree');
    const names = nodes.map(({ name }) => String(name?.value ?? ''));
    return names.find((name) => name.startsWith('Keyferry was updated'));
  });
  expect(said).toBe(
    'Keyferry was updated. Press Copy in this dialog, then paste the key in Keyferry.',
  );
  await page.waitFor({ role: 'button', name: 'Copy' });
});

test('the first minute: one page opens, the vault is set up, a practice key is saved and goes into an age file, its proof is skipped, and nobody was asked anything', async () => {
  const driver = await world.launch('later');
  await driver.loadExtension('keep');
  const page = await driver.waitForTab(/welcome\.html$/);
  await page.waitFor({ text: 'OpenAI shows a new API key only once.' });
  const faults = async () => violationsOf(pageAt(driver, await page.url()));
  expect(await faults()).toEqual([]);
  await page.press({ role: 'button', name: 'Set up and practice' });
  await page.type({ role: 'textbox', name: 'Passphrase', exact: true }, PASSPHRASE);
  await page.type({ role: 'textbox', name: 'Repeat passphrase', exact: true }, PASSPHRASE);
  await page.press({ role: 'button', name: 'Create vault' });

  await page.callout().waitForText('Press “Create new secret key”');
  await page.callout().press('Fill the rest');
  await page.callout().waitForText('Check it, then press “Create secret key”');
  expect(await faults()).toEqual([]);
  await page.press({ role: 'button', name: 'Create secret key', exact: true });
  await page.callout().waitForText('Saved. You can close this dialog.');
  await page.press({ role: 'button', name: 'Done', exact: true });
  await page.press({ role: 'button', name: 'Go on' });

  await page.waitFor({ text: 'Practice key' });
  await page.press({ role: 'button', name: 'Send and verify' });
  await page.waitFor({ text: 'Skipped: practice' });
  const download = pageAt(driver, await page.url()).waitForEvent('download');
  await page.press({ role: 'button', name: 'Save the file' });
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('keyferry-practice.age');
  const decrypter = new Decrypter();
  decrypter.addPassphrase('practice');
  const file = armor.decode(await readFile(await saved.path(), 'utf8'));
  expect(await decrypter.decrypt(file, 'text')).toMatch(/^practice-\w{32}$/);
  await page.waitFor({ text: 'That was the whole way' });
  expect(await faults()).toEqual([]);

  const { ok } = await ask<{ ok: AppState }>(page, 'app/state');
  expect(ok.keys).toMatchObject([
    {
      kind: 'practice',
      deliveries: [{ state: 'confirmed', destinationId: 'practice' }],
      verification: { state: 'done', outcome: 'indeterminate', reason: 'practice' },
    },
  ]);
  expect(ok.destinations.map(({ id }) => id)).not.toContain('practice');
  const [{ id: itemId } = { id: '' }] = ok.keys;
  const refused = { error: { code: 'wrong_key_kind' } };
  for (const { id: destinationId } of ok.destinations) {
    expect(await ask(page, 'delivery/send', { itemId, destinationId })).toMatchObject(refused);
  }
  expect(driver.counter.prompts).toBe(0);
  expect(world.standin.state.requests).toEqual([]);
  await page.press({ role: 'button', name: 'Discard the practice key' });
  await page.press({ role: 'button', name: 'Practice without an OpenAI account' });
  await page.callout().waitForText('Press “Create new secret key”');
  await page.press({ role: 'button', name: 'Skip the practice' });
  await page.waitFor({ role: 'heading', name: 'Recipes' });
});
