import { expect, test } from 'vitest';
import { protocol, type MessageName } from '@/lib/messaging/protocol';
import { fakeKey } from '../unit/fake-key';
import { chromium } from './fixtures';
import { evaluateAsContentScript, pageAt } from './isolated-world';
import {
  ADMIN_KEYS,
  anyPopup,
  API_KEYS,
  ask,
  createKey,
  fillDialog,
  saveDoitKey,
  setUpVault,
  startGuide,
} from './journey';
import { sendFromOtherExtension } from './other-extension';
import type { AppState } from '@/lib/domain/views';

const world = chromium();
const ID = 'felfaelihgfdkfmfkfibglbpjjkldmig';

/** A well-formed message of each name, so that only its sender can be the reason for a no. */
const MESSAGES: Readonly<Record<MessageName, object>> = {
  'app/state': {},
  'vault/create': { passphrase: 'somebody else’s passphrase' },
  'vault/unlock': { passphrase: 'somebody else’s passphrase' },
  'vault/lock': {},
  'guide/start': { recipeId: 'doit' },
  'guide/end': {},
  'key/save-visible': {},
  'key/paste': { text: fakeKey('admin', 'PASTED') },
  'key/dismiss': { itemId: 'x' },
  'delivery/send': { itemId: 'x', destinationId: 'portal:doit' },
  'delivery/retry': { deliveryId: 'x' },
  'delivery/vouch': { deliveryId: 'x', passed: true },
  'verification/again': { itemId: 'x' },
  'destination/save': {
    adapter: 'aws-secrets-manager',
    label: 'Mine',
    settings: {
      region: 'us-east-1',
      secretName: 'stolen',
      accessKeyId: 'AKIAFAKEFAKEFAKE',
      secretAccessKey: 'fake-fake-fake-fake',
    },
  },
  'destination/remove': { destinationId: 'x' },
  'page/hello': {},
  'key/visible': {},
  'key/capture': { value: fakeKey('admin', 'OFFERED'), pressed: false },
  'key/gone': {},
  'guide/brief': {},
  'guide/report': { step: 1, total: 1, sentence: '' },
  'guide/stop': {},
  'portal/brief': {},
  'portal/fill': {},
  'portal/report': { report: 'passed' },
};
const NAMES = Object.keys(protocol) as MessageName[];

test('the page ends WXT’s content-script context, and the key is captured all the same', async () => {
  const driver = await world.launch();
  const page = await startGuide(driver, await setUpVault(driver));
  await page.evaluate((id) => {
    for (const script of ['dashboard', 'guide']) {
      const name = `${id}:${script}:wxt:content-script-started`;
      const detail = { contentScriptName: script, messageId: 'x' };
      document.dispatchEvent(new CustomEvent(name, { detail }));
      window.postMessage({ type: name, ...detail }, '*');
    }
  }, ID);
  await fillDialog(page);
  await createKey(page);
  const { ok } = await ask<{ ok: AppState }>(await anyPopup(driver), 'app/state');
  expect(ok.keys).toHaveLength(1);
});

test('a page without a guide may say hello and offer, and nothing else', async () => {
  const driver = await world.launch();
  await setUpVault(driver);
  await driver.newTab(ADMIN_KEYS);
  const page = pageAt(driver, ADMIN_KEYS);
  const answers: Record<string, unknown> = {};
  for (const name of NAMES) {
    answers[name] = await evaluateAsContentScript(
      page,
      `chrome.runtime.sendMessage(${JSON.stringify({ name, request: MESSAGES[name] })})`,
    );
  }
  const refused = { error: { code: 'not_allowed', words: [] } };
  for (const name of NAMES) {
    const allowed = ['page/hello', 'key/visible', 'key/gone', 'guide/brief'].includes(name);
    if (allowed) expect(answers[name], name).toHaveProperty('ok');
    else expect(answers[name], name).toEqual(refused);
  }
  const { ok } = await ask<{ ok: AppState }>(await driver.popup(), 'app/state');
  expect(ok).toMatchObject({ vault: 'unlocked', keys: [] });
});

test('the script in a page cannot read the vault’s key or what waits in memory', async () => {
  const driver = await world.launch();
  await setUpVault(driver);
  await driver.newTab(ADMIN_KEYS);
  const read = await evaluateAsContentScript<string>(
    pageAt(driver, ADMIN_KEYS),
    `(async () => {
      const read = (area) => chrome.storage?.[area]?.get(null).then(JSON.stringify, String) ?? 'none';
      return [await read('session'), await read('local')].join();
    })()`,
  );
  expect(read).not.toContain('vaultKey');
  expect(read).toMatch(/not allowed|none|\{\}/);
});

test('a page and its frames have no way to send messages at all', async () => {
  const driver = await world.launch();
  const page = await driver.newTab(ADMIN_KEYS);
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<iframe src="/api-keys"></iframe>');
  });
  const target = pageAt(driver, ADMIN_KEYS);
  await target.frameLocator('iframe').getByRole('heading', { name: 'API keys' }).waitFor();
  for (const each of target.frames()) {
    expect(await each.evaluate(() => 'runtime' in Object(Reflect.get(window, 'chrome')))).toBe(
      false,
    );
  }
  const frame = target.frames().at(-1);
  expect(await frame?.locator('keyferry-callout').count()).toBe(0);
});

test('another extension gets no answer to any message', async () => {
  const driver = await world.launch();
  const messages = NAMES.map((name) => ({ name, request: MESSAGES[name] }));
  const answers = await sendFromOtherExtension(driver, ID, messages);
  expect(answers).toHaveLength(NAMES.length);
  for (const answer of answers) expect(answer).toContain('Could not establish connection');
});

test('presses that no person made do nothing, and the callout’s tree is closed to the page', async () => {
  const driver = await world.launch();
  const page = await startGuide(driver, await setUpVault(driver));
  const open = await page.evaluate(() => {
    const host = document.querySelector('keyferry-callout');
    host?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    (host as HTMLElement).click();
    return host?.shadowRoot !== null;
  });
  expect(open).toBe(false);
  expect(await page.callout().text()).toContain('Press “Create new Admin key”');
  expect(await page.evaluate(() => document.querySelector('[role="dialog"]') === null)).toBe(true);
});

test('the key is in nothing that we add to the page, and its field is kept off the disk', async () => {
  const driver = await world.launch();
  const page = await saveDoitKey(driver);
  const key = world.standin.state.store.keys[0]?.value ?? '';
  expect(await page.callout().text()).not.toContain(key.slice(0, 30));
  const found = await page.evaluate((value) => {
    const field = [...document.querySelectorAll('input')].find((each) => each.value === value);
    const host = document.querySelector('keyferry-callout');
    return { autocomplete: field?.autocomplete, added: host?.outerHTML ?? '' };
  }, key);
  expect(found.autocomplete).toBe('off');
  expect(found.added).not.toContain(key.slice(0, 30));
});

test('a redacted key, a key in a table and a key in a sample are not taken', async () => {
  const driver = await world.launch();
  const page = await driver.newTab(API_KEYS);
  await page.waitFor({ role: 'button', name: 'Create new secret key', exact: true });
  const key = fakeKey('proj');
  const shown = [
    `<table><tr><td>${key}</td></tr></table>`,
    `<div role="dialog"><pre><code>curl -H "Bearer ${key}"</code></pre></div>`,
    '<div role="dialog"><input readonly value="sk-...1fIA"></div>',
    `<div role="dialog" style="display:none"><input readonly value="${key}"></div>`,
  ];
  await page.evaluate(
    (html) => document.body.insertAdjacentHTML('beforeend', html),
    shown.join(''),
  );
  const { ok } = await ask<{ ok: AppState }>(await driver.popup(), 'app/state');
  expect(ok.keyVisible).toBe(false);
  expect(await page.callout().text()).toBe('');
});
