import { expect, test } from 'vitest';
import { fakeKey } from '../unit/fake-key';
import { chromium } from './fixtures';
import { readBuild } from './harness/build';
import { anyPopup, API_KEYS, ask, createKey, fillDialog, newVault, startGuide } from './journey';
import type { AppState } from '@/lib/domain/views';

const world = chromium();
const ID = readBuild('chrome-mv3').chromeId;

test('the page ends WXT’s content-script context, and the key is captured all the same', async () => {
  const driver = await world.launch();
  const page = await startGuide(driver, await newVault(driver));
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

test('presses that no person made do nothing, and the callout’s tree is closed to the page', async () => {
  const driver = await world.launch();
  const page = await startGuide(driver, await newVault(driver));
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

test.each([
  ['hands itself the closed tree', []],
  ['forbids a tree', ['shadow']],
])(
  'an element that the page defines under the callout’s name, and that %s, gains nothing',
  async (_what, disabledFeatures) => {
    const driver = await world.launchAlone();
    const popup = await newVault(driver);
    await driver.context.addInitScript((features) => {
      class Own extends HTMLElement {
        static readonly disabledFeatures = features;
        constructor() {
          super();
          Reflect.set(window, 'internals', this.attachInternals());
        }
      }
      customElements.define('keyferry-callout', Own);
    }, disabledFeatures);
    const page = await startGuide(driver, popup);
    const seen = await page.evaluate(() => {
      const internals: ElementInternals | undefined = Reflect.get(window, 'internals');
      return internals?.shadowRoot?.textContent ?? null;
    });
    expect(seen).toBe(null);
    expect(await page.evaluate(() => customElements.get('keyferry-callout') === undefined)).toBe(
      false,
    );
    await fillDialog(page);
    await createKey(page);
  },
);

test('the key is in nothing that we add to the page, and its field is kept off the disk', async () => {
  const driver = await world.launch();
  const page = await startGuide(driver, await newVault(driver));
  await fillDialog(page);
  await page.evaluate(() => {
    const seen: string[] = [];
    Reflect.set(window, 'seen', seen);
    const observer = new MutationObserver(() => {
      const field = document.querySelector<HTMLInputElement>('[role="dialog"] input[readonly]');
      if (field) seen.push(field.autocomplete);
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await createKey(page);
  const key = world.standin.state.store.keys[0]?.value ?? '';
  expect(key).toMatch(/^sk-admin-/);
  // From the very callback that first sees the field: later is too late.
  const atFirst = await page.evaluate(() => (Reflect.get(window, 'seen') as string[])[0]);
  expect(atFirst).toBe('off');
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
  await (await newVault(driver)).close();
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
  // Last in the document, so that any of the others would have been taken before it.
  await page.evaluate(
    (value) =>
      document.body.insertAdjacentHTML(
        'beforeend',
        `<div role="dialog"><h2>Save your key</h2><input readonly value="${value}"></div>`,
      ),
    fakeKey('svcacct'),
  );
  await page.callout().press('Save key');
  await page.callout().waitForText('Saved. You can close this dialog.');
  const { ok } = await ask<{ ok: AppState }>(await anyPopup(driver), 'app/state');
  expect(ok.keys).toMatchObject([{ kind: 'service-account' }]);
});
