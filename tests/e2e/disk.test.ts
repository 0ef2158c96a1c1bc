import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chromium } from './fixtures';
import { anyPopup, fillAndTest, finish, PASSPHRASE, saveDoitKey, sendToDoit } from './journey';

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
