import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Page } from 'playwright';
import type { AppState } from '@/lib/domain/views';
import { findAge } from '../contract/age-tool';
import { chromium } from './fixtures';
import type { ChromiumDriver } from './harness/chromium-driver';
import type { Panel } from './harness/driver';
import { until } from './harness/until';
import { ask, madeKey, PASSPHRASE, saveDoitKey } from './journey';

const world = chromium();
const folder = mkdtempSync(join(tmpdir(), 'keyferry-kit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NEW_PASSPHRASE = 'seven amber kettles sing';
const PASSPHRASE_FIELD = { role: 'textbox', name: 'Passphrase', exact: true };
const CODE_FIELD = { role: 'textbox', name: 'Recovery code' };
const READ = { role: 'button', name: 'Read the backup' };
const AWS = {
  adapter: 'aws-secrets-manager',
  label: 'AWS prod',
  settings: {
    region: 'eu-central-1',
    secretName: 'openai',
    accessKeyId: 'AKIAFAKEFAKEFAKE',
    secretAccessKey: 'fake-secret-access-key',
  },
};

test('a kit that is saved here brings the vault back in a fresh profile, where its passphrase was forgotten', async () => {
  const here = await world.launch();
  await saveDoitKey(here);
  const key = await madeKey(world.standin);
  const app = await here.appPage('app.html#keys');
  await ask(app, 'destination/save', AWS);
  await app.waitFor({ text: 'If this computer is lost, so is the vault.' });
  await app.press({ role: 'button', name: 'Make a recovery kit' });
  await app.type(PASSPHRASE_FIELD, 'not the passphrase');
  await app.press({ role: 'button', name: 'Make the kit' });
  await app.waitFor({ text: 'This is not the passphrase.' });
  await retype(app, PASSPHRASE);
  await app.press({ role: 'button', name: 'Make the kit' });
  await app.waitFor({ text: 'Your recovery kit' });
  const code = await app.evaluate(() => document.querySelector('.kit-code')?.textContent ?? '');
  const download = pageOf(here).waitForEvent('download');
  await app.press({ role: 'button', name: 'Save the file' });
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^keyferry-backup-\d{4}-\d\d-\d\d\.age$/);
  const file = join(folder, saved.suggestedFilename());
  await saved.saveAs(file);
  await app.waitFor({ text: 'is in your downloads' });
  expect(await printed(pageOf(here))).toBe(1);

  const bytes = readFileSync(file);
  expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  expect(bytes.includes(key)).toBe(false);
  const age = findAge();
  const clear = join(folder, 'clear.json');
  if (age) {
    expect(await age.decrypt(file, code, clear)).toBe(true);
    expect(readFileSync(clear, 'utf8')).toContain(key);
  }

  // The code goes with the page, the offer with the backup.
  await app.evaluate(() => (location.hash = '#settings/backup'));
  await app.waitFor({ text: 'Last backup:' });
  expect(await app.evaluate(() => document.documentElement.outerHTML)).not.toContain(
    code.slice(0, 5),
  );
  await here.close();

  const there = await world.launch();
  const page = await there.appPage('app.html#keys');
  await page.press({ role: 'button', name: 'Restore from a backup' });
  await pageOf(there).locator('input[type=file]').setInputFiles(file);
  await page.type(CODE_FIELD, `${code.slice(0, -1)}${code.endsWith('0') ? '2' : '0'}`);
  await page.press(READ);
  await page.waitFor({ text: 'This code is mistyped.' });
  await retype(page, code.toLowerCase().replaceAll('-', ' '));
  await page.press(READ);
  await page.waitFor({ text: /Backup of .* with 1 key/ });
  await setUpHere(page, NEW_PASSPHRASE);
  await page.press({ role: 'button', name: 'Restore', exact: true });
  await page.waitFor({ text: 'Restored' });
  const restored = await state(page);
  expect(restored.keys).toMatchObject([{ kind: 'admin', product: 'DoiT' }]);
  expect(restored.destinations.map(({ label }) => label)).toContain('AWS prod');
  // It is the key itself that came back: OpenAI knows it.
  const itemId = restored.keys[0]?.id ?? '';
  await ask(page, 'verification/again', { itemId });
  await until('the key is proved', async () => {
    const proof = (await state(page)).keys[0]?.verification;
    return proof?.state === 'done' ? proof : undefined;
  });
  expect((await state(page)).keys[0]?.verification?.outcome).toBe('verified');

  await forgetAndReplace(there, page, file, code);
});

/** Forgets the passphrase, restores from the kit in place of the vault; then starts over for good. */
async function forgetAndReplace(there: ChromiumDriver, page: Panel, file: string, code: string) {
  await ask(page, 'vault/lock');
  await page.evaluate(() => (location.hash = '#keys'));
  await page.press({ role: 'button', name: 'Forgot your passphrase?' });
  await page.press({ role: 'button', name: 'Restore from a backup' });
  await pageOf(there).locator('input[type=file]').setInputFiles(file);
  await page.type(CODE_FIELD, code);
  await page.press(READ);
  await page.press({ role: 'button', name: /replace this vault/ });
  await page.waitFor({ text: '1 sealed key' });
  await page.type({ role: 'textbox', name: /^Type/ }, 'delete');
  await page.press({ role: 'button', name: 'Delete the vault' });
  await setUpHere(page, PASSPHRASE);
  await page.press({ role: 'button', name: 'Restore', exact: true });
  await page.waitFor({ text: 'Restored' });
  expect((await state(page)).keys).toHaveLength(1);

  await ask(page, 'vault/lock');
  await page.evaluate(() => (location.hash = '#forgot'));
  await page.press({ role: 'button', name: 'Start over' });
  await page.waitFor({ text: '1 sealed key' });
  await page.waitFor({ text: 'No backup yet.' });
  await page.press({ role: 'button', name: 'Delete the vault' });
  await page.waitFor({ text: 'Type “delete”, if you are sure.' });
  await page.type({ role: 'textbox', name: /^Type/ }, 'delete');
  await page.press({ role: 'button', name: 'Delete the vault' });
  await page.waitFor({ text: 'Set up your vault' });
  expect((await state(page)).vault).toBe('missing');
}

function pageOf(driver: ChromiumDriver): Page {
  const page = driver.context.pages().find((each) => each.url().includes('app.html'));
  if (!page) throw new Error('The app page is not open.');
  return page;
}

async function state(panel: Panel): Promise<AppState> {
  return (await ask<{ ok: AppState }>(panel, 'app/state')).ok;
}

async function setUpHere(panel: Panel, passphrase: string): Promise<void> {
  await panel.type(PASSPHRASE_FIELD, passphrase);
  await panel.type({ role: 'textbox', name: 'Repeat passphrase', exact: true }, passphrase);
  await panel.press({ role: 'button', name: 'Create vault' });
}

/** Types over what is in the field that says what is wrong. */
async function retype(panel: Panel, text: string): Promise<void> {
  await panel.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('input[aria-invalid=true]');
    input?.focus();
    input?.select();
  });
  const field = (await panel.text()).includes('Recovery code') ? CODE_FIELD : PASSPHRASE_FIELD;
  await panel.type(field, text);
}

/** How many sheets of paper a page takes. */
async function printed(page: Page): Promise<number> {
  const text = (await page.pdf({ format: 'A4' })).toString('latin1');
  return text.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
