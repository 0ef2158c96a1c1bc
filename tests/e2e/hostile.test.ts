import { expect, test } from 'vitest';
import { fakeKey } from '../unit/fake-key';
import { chromium } from './fixtures';
import { readBuild } from './harness/build';
import {
  ADMIN_KEYS,
  anyPopup,
  API_KEYS,
  ask,
  createKey,
  fillDialog,
  newVault,
  PASSPHRASE,
  startGuide,
} from './journey';
import { askToReveal, openKey, saveKey, unfold } from './reveal-world';
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

test('a page that logs all it can hears nothing of a passphrase or a key while one is shown and copied', async () => {
  const driver = await world.launchAlone();
  await driver.context.addInitScript(logEverything);
  const page = await driver.newTab(ADMIN_KEYS);
  await page.waitFor({ role: 'button', name: 'Create new Admin key' });
  const popup = await newVault(driver);
  const key = fakeKey('admin', 'ELSEWHERE');
  const itemId = await saveKey(popup, key);
  await popup.waitFor({ text: 'More' });
  await unfold(popup);
  await askToReveal(popup);
  await popup.waitFor({ text: key });
  // The browser's prompt closes the popup; the key has been copied by then.
  await popup.press({ role: 'button', name: 'Copy key' });
  await popup.closed();

  const app = await openKey(driver, itemId);
  await app.waitFor({ text: 'Copied.' });
  await askToReveal(app);
  await app.waitFor({ text: key });
  await app.press({ role: 'button', name: 'Copy key' });
  await app.waitFor({ text: 'Copied.' });

  // What is typed into the page itself is in its log.
  await page.front();
  await page.press({ role: 'button', name: 'Create new Admin key', exact: true });
  await page.type({ role: 'textbox', name: 'My Admin Key' }, 'heard');
  const told = await page.evaluate(() => {
    const { strokes, log } = Reflect.get(window, 'logged') as { strokes: string[]; log: string[] };
    return { typed: strokes.join(''), log: log.join('\n') };
  });
  expect(told.typed).toBe('heard');
  expect(told.log).toContain('heard');
  for (const secret of [PASSPHRASE, key, key.slice(9, 40)]) expect(told.log).not.toContain(secret);
});

/** Runs in the page before its own scripts: every event, change, message, stored value and written field, kept. */
function logEverything(): void {
  if (location.protocol !== 'https:') return;
  const log: string[] = [];
  const strokes: string[] = [];
  Reflect.set(window, 'logged', { log, strokes });
  const say = (...what: unknown[]) =>
    log.push(
      what.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join(' '),
    );
  const heard = (event: Event) => {
    const { key, data } = event as Partial<KeyboardEvent & InputEvent>;
    if (event.type === 'keydown' && event.currentTarget === window && key) strokes.push(key);
    const { clipboardData } = event as Partial<ClipboardEvent>;
    const { value } = event.target as Partial<HTMLInputElement>;
    say(event.type, key ?? '', data ?? '', value ?? '', clipboardData?.getData('text/plain') ?? '');
    say(String(getSelection()));
  };
  for (const target of [window, document]) {
    for (let at: object | null = target; at; at = Object.getPrototypeOf(at) as object | null) {
      for (const name of Object.getOwnPropertyNames(at)) {
        if (name.startsWith('on')) target.addEventListener(name.slice(2), heard, { capture: true });
      }
    }
  }
  for (const type of ['beforeinput', 'compositionend', 'storage', 'message', 'focusin', 'paste']) {
    window.addEventListener(type, heard, { capture: true });
  }
  new BroadcastChannel('keyferry').addEventListener('message', heard);
  new MutationObserver((records) => {
    for (const { target, oldValue } of records) {
      const { outerHTML = '' } = target as Partial<Element>;
      say(oldValue ?? '', outerHTML, target.textContent ?? '');
    }
  }).observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeOldValue: true,
    characterData: true,
    characterDataOldValue: true,
  });
  for (const { prototype } of [HTMLInputElement, HTMLTextAreaElement]) {
    const own = Object.getOwnPropertyDescriptor(prototype, 'value');
    if (!own?.set) continue;
    const set = own.set;
    Object.defineProperty(prototype, 'value', {
      ...own,
      set(this: HTMLInputElement, value: string) {
        say('value', value);
        set.call(this, value);
      },
    });
  }
  const post = window.postMessage.bind(window);
  window.postMessage = (...sent: unknown[]) => {
    say('posted', sent[0]);
    Reflect.apply(post, window, sent);
  };
}
