import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppState } from '@/lib/domain/views';
import { startStandin, type Standin } from '../standin/server';
import { fakeKey } from '../unit/fake-key';
import { readBuild } from './harness/build';
import { launchChromium } from './harness/chromium';
import { ask, PASSPHRASE } from './journey';

const OUTPUT = resolve(import.meta.dirname, '../../.output');
/** What runs when a text is taken for markup. */
const PAYLOADS = [
  '<img src=x onerror="globalThis.hit=1">',
  '"><svg onload=globalThis.hit=1>',
  '<script>globalThis.hit=1</script>',
  'javascript:globalThis.hit=1',
];
let standin: Standin;
let folder: string;
beforeAll(async () => {
  standin = await startStandin();
  folder = mkdtempSync(join(tmpdir(), 'keyferry-stays-'));
});
afterAll(async () => {
  await standin.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

test.each(['chrome-mv3', 'firefox-mv3'])(
  'the build for %s stays out of private windows, and its pages run nothing but its own scripts',
  (name) => {
    const text = readFileSync(join(OUTPUT, name, 'manifest.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      incognito: 'not_allowed',
      content_security_policy: {
        extension_pages:
          "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src https: http://localhost:* http://127.0.0.1:*; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'",
      },
    });
  },
);

test('the ids are those of every version', () => {
  expect(readBuild('chrome-mv3').chromeId).toBe('felfaelihgfdkfmfkfibglbpjjkldmig');
  expect(readBuild('firefox-mv3').geckoId).toBe('keyferry@keyferry.dev');
});

test('texts that look like markup stay texts; another folder finds the vault; wrong tries are not forgotten', async () => {
  const profile = join(folder, 'profile');
  const copy = join(folder, 'copy');
  cpSync(readBuild('chrome-mv3').path, copy, { recursive: true });
  const before = await launchChromium({ standin, profile });
  const first = await before.appPage();
  await ask(first, 'vault/create', { passphrase: PASSPHRASE });
  await ask(first, 'key/paste', { text: fakeKey('admin') });
  for (const [at, label] of PAYLOADS.entries()) {
    const settings = {
      region: 'us-east-1',
      secretName: `payload-${at}`,
      accessKeyId: 'AKIAFAKEFAKEFAKEFAKE',
      secretAccessKey: 'fake-fake-fake-fake',
    };
    const saved = ask(first, 'destination/save', {
      adapter: 'aws-secrets-manager',
      label,
      settings,
    });
    expect(await saved).toHaveProperty('ok');
    const recipe = {
      product: label,
      purpose: label,
      kind: 'project',
      permission: 'all',
      reason: label,
      rows: [],
      name: label,
      place: label,
    };
    await ask(first, 'recipe/save', { recipe });
  }
  for (const page of ['app.html#destinations', 'app.html#recipes', 'app.html', 'popup.html']) {
    const panel = await before.appPage(page);
    await panel.waitFor({ text: 'Keyferry' });
    if (page === 'app.html#destinations') await panel.waitFor({ text: PAYLOADS[0] ?? '' });
    const ran = await panel.evaluate(() => ({
      hit: Reflect.has(globalThis, 'hit'),
      made: document.querySelectorAll('img[src="x"],svg[onload],body script,a[href^="java"]')
        .length,
    }));
    expect(ran, page).toEqual({ hit: false, made: 0 });
    await panel.close();
  }
  await before.close();

  const after = await launchChromium({ standin, profile, extensionPath: copy });
  const app = await after.appPage();
  const unlock = (passphrase: string) =>
    ask<{ ok?: string; error?: { code: string } }>(app, 'vault/unlock', { passphrase });
  expect(await unlock(PASSPHRASE)).toEqual({ ok: 'unlocked' });
  const { ok } = await ask<{ ok: AppState }>(app, 'app/state');
  expect(ok.keys).toMatchObject([{ kind: 'admin' }]);
  await ask(app, 'vault/lock');
  const codes: (string | undefined)[] = [];
  for (let wrong = 0; wrong < 6; wrong += 1) codes.push((await unlock('not the one')).error?.code);
  expect(codes).toEqual([...Array<string>(5).fill('wrong_passphrase'), 'too_many_tries']);
  await after.killWorker();
  expect((await unlock(PASSPHRASE)).error?.code).toBe('too_many_tries');
  await after.close();
}, 240_000);
