import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chromium } from './fixtures';
import { until } from './harness/until';
import { pageAt } from './isolated-world';
import { fakeKey } from '../unit/fake-key';
import {
  anyPopup,
  ask,
  fillAndTest,
  finish,
  PASSPHRASE,
  saveDoitKey,
  sendTo,
  sendToDoit,
  setUpVault,
} from './journey';

const world = chromium();

/** Files of a folder that hold a text: as ASCII, UTF-16, base64 (in each of its three phases) or hex. */
function filesHolding(folder: string, secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const forms = [
    bytes,
    Buffer.from(secret, 'utf16le'),
    Buffer.from(bytes.toString('hex')),
    // Whole groups of three bytes in the middle of it, wherever a longer text puts them.
    ...[0, 1, 2].map((phase) => {
      const length = Math.floor((bytes.length - phase) / 3) * 3;
      return Buffer.from(bytes.subarray(phase, phase + length).toString('base64'));
    }),
  ];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    try {
      const content = statSync(path).isFile() ? readFileSync(path) : Buffer.alloc(0);
      return forms.some((form) => content.includes(form));
    } catch {
      // A running browser removes files while they are listed.
      return false;
    }
  });
}

test('after a whole run neither the key nor the passphrase is anywhere in the profile', async () => {
  const driver = await world.launch();
  const said: string[] = [];
  driver.context.on('console', (message) => said.push(message.text()));
  driver.context.on('serviceworker', (worker) =>
    worker.on('console', (message) => said.push(message.text())),
  );
  await saveDoitKey(driver);
  const page = await sendToDoit(driver, await anyPopup(driver));
  await fillAndTest(page);
  await finish(page);
  const key = world.standin.state.store.keys[0]?.value ?? '';
  expect(key).toMatch(/^sk-admin-/);

  expect(filesHolding(driver.profile, key), 'while running').toEqual([]);
  expect(filesHolding(driver.profile, PASSPHRASE), 'while running').toEqual([]);
  // That the scan can find something: the page's address is in the browser's own files.
  expect(filesHolding(driver.profile, 'platform.openai.com')).not.toEqual([]);
  await driver.context.close();
  expect(filesHolding(driver.profile, key), 'after a clean close').toEqual([]);
  expect(filesHolding(driver.profile, PASSPHRASE), 'after a clean close').toEqual([]);
  expect(said.join('\n')).not.toContain(key.slice(9, 40));
});

test('a key in an open form, in a field that hides nothing, stays out of the profile', async () => {
  const driver = await world.launch();
  const key = fakeKey('proj', 'FORM');
  const popup = await setUpVault(driver);
  await ask(popup, 'key/paste', { text: key, recipeId: 'nexla' });
  const page = await sendTo(driver, popup, 'https://dataops.nexla.io');
  await page.callout().press('Take me there');
  await page.callout().waitForText('presses nothing else');
  await page.callout().press('Fill');
  await page.callout().waitForText('Save it with Nexla’s own button');
  // What a person types into the field beside it is written: the scan would find the key, too.
  const canary = 'canary in the description';
  await pageAt(driver, 'https://dataops.nexla.io').locator('textarea').fill(canary);
  const written = () =>
    Promise.resolve(filesHolding(driver.profile, canary).length > 0 || undefined);
  await until('find what a person typed in the profile', written, 20_000);
  expect(filesHolding(driver.profile, key), 'while running').toEqual([]);
  await driver.context.close();
  expect(filesHolding(driver.profile, key), 'after a clean close').toEqual([]);
});
