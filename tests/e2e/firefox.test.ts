import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { AppState } from '@/lib/domain/views';
import { startStandin, type Standin } from '../standin/server';
import { findFirefox } from './harness/find-firefox';
import type { Driver } from './harness/driver';
import { launchFirefox } from './harness/firefox';
import { until } from './harness/until';
import {
  anyPopup,
  API_KEYS,
  ask,
  createKey,
  fillDialog,
  newVault,
  PASSPHRASE,
  setUpVault,
  startGuide,
} from './journey';

const firefox = await findFirefox();
const missing = firefox === undefined && process.env['CI'] !== 'true';
const why = missing ? ' (not run: there is no Firefox here)' : '';
/** Every key in the vault. */
const ALL = { query: '', sort: { by: 'saved', descending: true }, offset: 0, limit: 10 };
let standin: Standin | undefined;
let driver: Driver | undefined;
beforeAll(async () => {
  if (!missing) standin = await startStandin();
});
afterEach(async () => {
  await driver?.close();
  driver = undefined;
  standin?.state.reset();
});
afterAll(() => standin?.close());

/** The stand-in, and a fresh Firefox with the built extension. */
async function launch(): Promise<{ openai: Standin; browser: Driver }> {
  if (!standin) throw new Error('The stand-in has not started.');
  driver = await launchFirefox({ standin });
  return { openai: standin, browser: driver };
}

test.skipIf(missing)(
  `guide, capture and vault work on Firefox; it locks, and opens for the right passphrase only${why}`,
  async () => {
    const { openai, browser } = await launch();
    const page = await startGuide(browser, await setUpVault(browser));
    await fillDialog(page);
    await createKey(page);
    const [made] = openai.state.store.keys;
    expect(made).toMatchObject({ permission: 'restricted', scopes: ['api.usage.read'] });
    const popup = await anyPopup(browser);
    await popup.waitFor({ role: 'button', name: 'Send and verify' });
    const { ok } = await ask<{ ok: AppState }>(popup, 'app/state');
    expect(ok.keys).toMatchObject([{ kind: 'admin', product: 'DoiT' }]);
    expect(ok.keys[0]?.redacted.slice(-4)).toBe(made?.value.slice(-4));
    await ask(popup, 'verification/again', { itemId: ok.keys[0]?.id });
    const proof = await until('see the proof', async () => {
      const { keys } = (await ask<{ ok: AppState }>(popup, 'app/state')).ok;
      return keys[0]?.verification?.outcome ? keys[0].verification : undefined;
    });
    expect(proof).toMatchObject({
      outcome: 'verified',
      organization: 'Personal Organization',
      shown: { organization: 'Personal Organization', projectId: 'proj_fake' },
    });

    await popup.press({ role: 'button', name: 'Lock', exact: true });
    await popup.waitFor({ text: 'Unlock your vault' });
    expect(await popup.text()).not.toContain('sk-admin');
    expect(await ask(popup, 'keys/list', ALL)).toMatchObject({ error: { code: 'vault_locked' } });
    for (const [passphrase, answer] of [
      ['not the passphrase', 'This is not the passphrase.'],
      [PASSPHRASE, 'Send and verify'],
    ] as const) {
      await popup.type({ role: 'textbox', name: 'Passphrase', exact: true }, passphrase);
      await popup.press({ role: 'button', name: 'Unlock', exact: true });
      await popup.waitFor({ text: answer });
    }
    expect(await ask(popup, 'keys/list', ALL)).toMatchObject({ ok: { total: 1 } });
  },
);

test.skipIf(missing)(
  `on Firefox a page that defines the callout’s name sees nothing of it, and the key is saved by a press${why}`,
  async () => {
    const { browser } = await launch();
    await newVault(browser);
    const page = await browser.newTab(API_KEYS);
    await page.evaluate(() => {
      class Own extends HTMLElement {
        constructor() {
          super();
          Reflect.set(window, 'internals', this.attachInternals());
        }
      }
      customElements.define('keyferry-callout', Own);
    });
    await page.press({ role: 'button', name: 'Create new secret key', exact: true });
    await page.press({ role: 'button', name: 'Create secret key', exact: true });
    await page.callout().waitForText('Save this key in Keyferry?');
    const seen = await page.evaluate(() => {
      const internals: ElementInternals | undefined = Reflect.get(window, 'internals');
      const field = document.querySelector<HTMLInputElement>('[role="dialog"] input[readonly]');
      return { inside: internals?.shadowRoot?.textContent ?? null, kept: field?.autocomplete };
    });
    expect(seen).toEqual({ inside: null, kept: 'off' });
    await page.callout().press('Save key');
    await page.callout().waitForText('Saved. You can close this dialog.');
    const { ok } = await ask<{ ok: AppState }>(await anyPopup(browser), 'app/state');
    expect(ok.keys).toMatchObject([{ kind: 'project' }]);
  },
);
