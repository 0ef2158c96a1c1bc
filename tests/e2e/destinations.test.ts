import { expect, test } from 'vitest';
import { playSignIn } from '../contract/places/sign-in.ts';
import { playVaultOidc } from '../contract/places/vault-oidc.ts';
import { playVault2 } from '../contract/places/vault.ts';
import { fakeKey } from '../unit/fake-key.ts';
import { anyBrowser, isFirefox, ofPopup } from './fixtures.ts';
import type { Driver, Panel } from './harness/driver.ts';
import { ask, newVault } from './journey.ts';

const world = anyBrowser();
const VAULT = 'https://vault.acme.example';
const KEY = fakeKey('proj', 'VAULT');

const open = () => Promise.resolve();

/** Somebody plays Vault. @returns the place, every Cookie that came to it, and a way to stop a request there. */
async function vaultPlace() {
  const place = await playVault2();
  const cookies: string[] = [];
  let gate = open;
  world.standin.state.vault = async (url, init) => {
    const cookie = new Headers(init.headers).get('cookie');
    if (cookie) cookies.push(cookie);
    if (init.method === 'POST' || init.method === 'PATCH') await gate();
    return place.fetch(url, init);
  };
  const hold = () => {
    const reached = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    gate = () => {
      reached.resolve();
      return released.promise;
    };
    return {
      reached: reached.promise,
      release() {
        gate = open;
        released.resolve();
      },
    };
  };
  return { place, cookies, hold };
}

const press = (panel: Panel, name: string) => panel.press({ role: 'button', name, exact: true });

/** Types a text into a field, in place of what stands there. */
async function fill(panel: Panel, name: string, text: string): Promise<void> {
  const field = { role: 'textbox', name, exact: true };
  await panel.press(field);
  await panel.evaluate(() => {
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.select();
  });
  await panel.type(field, text);
}

/** Fills the form of a Vault, tests it with a wrong token and the right one, and saves it. */
async function addVault(driver: Driver, token: string): Promise<Panel> {
  const app = await driver.appPage('app.html#destinations');
  await app.press({ role: 'button', name: 'Vault or OpenBao' });
  await fill(app, 'Name', 'Vault prod');
  await fill(app, 'Address', 'https://me:secret@vault.acme.example');
  await app.waitFor({ text: 'Leave out the name and password before the @.' });
  await fill(app, 'Address', VAULT);
  await fill(app, 'Path', '{product}/openai');
  await app.waitFor({ text: 'For a DoiT key: doit/openai' });
  await fill(app, 'Path', 'openai');
  await app.waitFor({ text: 'path "secret/data/openai"' });
  await fill(app, 'Token', 'hvs.FAKE-token-of-nobody');
  await driver.approvePermission(VAULT);
  await press(app, 'Test connection');
  await app.waitFor({ text: 'vault.acme.example refused it. Check the credentials' });
  await fill(app, 'Token', token);
  await app.waitFor({ text: 'refused it.' }, { state: 'hidden' });
  await press(app, 'Test connection');
  await app.waitFor({ text: 'It works. Nothing was written.' });
  await press(app, 'Save destination');
  await app.waitFor({ text: '“Vault prod” is saved.' });
  return app;
}

test('a Vault is added by its form, a conflict is replaced on the person’s word though the worker dies, and the key is taken back', async () => {
  const { place, cookies, hold } = await vaultPlace();
  const driver = await world.launch();
  let popup = await newVault(driver);
  await ask(popup, 'key/paste', { text: KEY });
  await popup.close();
  const app = await addVault(driver, place.settings.token);

  // What is there is said before anything is sent, and again before it is replaced.
  popup = await driver.popup();
  await popup.waitFor({ text: 'Makes “openai”, which is new there.' });
  await place.intrude?.('a stranger’s');
  await popup.close();
  popup = await driver.popup();
  await popup.waitFor({ text: 'There is a “openai” that Keyferry did not write.' });
  await press(popup, 'Send and verify');
  await popup.waitFor({ text: 'Vault prod waits' });
  await popup.waitFor({ role: 'button', name: 'Choose another name' });
  expect(await place.read()).toBe('a stranger’s');
  await press(popup, 'Replace it');
  await popup.waitFor({ text: 'Replace what is in Vault prod?' });
  const held = hold();
  await press(popup, 'Yes, replace it');
  await held.reached;
  await popup.close();
  await driver.killWorker();
  held.release();
  popup = await driver.popup();
  await popup.waitFor({ text: 'In Vault prod, as a new version.' });
  expect(await place.read()).toBe(KEY);
  expect(place.writes()).toBe(2);

  // Taking it back says first what that does.
  await popup.evaluate(() => document.querySelector<HTMLElement>('.receipt summary')?.click());
  await press(popup, 'Take it back');
  await popup.waitFor({ text: 'This removes the key from Vault prod.' });
  await press(popup, 'Yes, take it back');
  await popup.waitFor({ role: 'button', name: 'Send and verify' });
  expect(await place.read()).toBeUndefined();
  await popup.close();

  // A saved destination changes without its token being typed or shown again.
  await press(app, 'Change');
  await app.waitFor({ text: 'In your vault. Leave it empty to keep it.' });
  expect(await app.evaluate(() => document.body.innerHTML)).not.toContain(place.settings.token);
  await fill(app, 'Name', 'Vault main');
  await press(app, 'Test connection');
  await app.waitFor({ text: 'It works. Nothing was written.' });
  await press(app, 'Save destination');
  await app.waitFor({ text: '“Vault main” is saved.' });

  // Removing it gives the access back.
  const isAllowed = () =>
    app.evaluate(async (origin) => {
      const { chrome } = globalThis as never as {
        chrome: { permissions: { contains(of: object): Promise<boolean> } };
      };
      return chrome.permissions.contains({ origins: [`${origin}/*`] });
    }, VAULT);
  expect(await isAllowed()).toBe(true);
  await press(app, 'Remove');
  await app.waitFor({ text: 'Vault main was removed.' });
  expect(await isAllowed()).toBe(false);
  // The focus went with the row that had it, to where the removal is undone.
  await app.key('Enter');
  await app.waitFor({ text: 'Vault main was removed.' }, { state: 'hidden' });
  await app.waitFor({ text: 'Vault main' });
  await press(app, 'Remove');
  await app.waitFor({ text: 'Vault main was removed.' });
  expect(cookies).toEqual([]);
});

test.skipIf(isFirefox)(
  `one press sends a key to two places, each has its own state, and a later check sees what somebody else changed there${ofPopup}`,
  async () => {
    const { place } = await vaultPlace();
    const driver = await world.launch();
    let popup = await newVault(driver);
    const { value } = world.standin.state.store.create({
      kind: 'project',
      name: 'A key',
      permission: 'all',
      rows: {},
      expiration: 'Never',
    });
    await ask(popup, 'key/paste', { text: value });
    for (const [label, path] of [
      ['Vault prod', 'openai'],
      ['Vault test', 'test/{kind}'],
    ]) {
      const settings = { ...place.settings, address: VAULT, path };
      await ask(popup, 'destination/save', { adapter: 'vault-kv', label, settings });
    }
    await place.intrude?.('a stranger’s');
    await driver.approvePermission(VAULT);
    await popup.close();
    popup = await driver.popup();
    await popup.press({ role: 'checkbox', name: 'Vault prod' });
    await popup.press({ role: 'checkbox', name: 'Vault test' });
    // Closed before anything is sent, it still knows.
    await popup.close();
    popup = await driver.popup();
    await popup.waitFor({ text: /may reach vault\.acme\.example\./ });
    await press(popup, 'Send and verify');
    await popup.waitFor({ text: 'In Vault test, as a new version.' });
    await popup.waitFor({ text: 'Vault prod waits' });
    expect(await place.read()).toBe('a stranger’s');
    await press(popup, 'Replace it');
    await press(popup, 'Yes, replace it');
    await popup.waitFor({ text: 'In Vault prod, as a new version.' });
    await popup.waitFor({ text: 'In Vault test, as a new version.' });
    expect(await place.read()).toBe(value);

    await popup.waitFor({ role: 'button', name: 'Check again' });
    await place.intrude?.('a stranger’s again');
    await press(popup, 'Check again');
    await popup.waitFor({ text: 'Somebody else changed it in Vault prod since' });
    expect(await popup.text()).not.toContain('in Vault test since');
  },
);

test('a person signs in to GitHub by a code with an app of their own, and its token is never shown', async () => {
  const github = await playSignIn();
  try {
    const driver = await world.launch();
    await newVault(driver);
    const app = await driver.appPage('app.html#destinations');
    await app.press({ role: 'button', name: 'GitHub Actions' });
    await fill(app, 'Name', 'Shop');
    await fill(app, 'Owner', 'acme');
    await fill(app, 'Repository', 'shop');
    await fill(app, 'GitHub’s API', github.app.address);
    await app.type({ role: 'textbox', name: /^Client ID/ }, github.app.clientId);
    await driver.approvePermission('http://127.0.0.1');
    await press(app, 'Sign in with GitHub');
    await app.waitFor({ text: 'Your code for GitHub' });
    const code = /\b[A-Z]{4}-[A-Z]{4}\b/.exec(await app.text())?.[0] ?? '';
    expect(
      await app.evaluate(() => document.querySelector<HTMLAnchorElement>('section a')?.href),
    ).toBe(`${github.origin}/login/device`);
    await github.decide(code, true);
    await app.waitFor({ text: 'Signed in. Save to keep it.' });
    await app.waitFor({ text: 'Keyferry renews it by itself.' });
    await press(app, 'Test connection');
    await app.waitFor({ text: 'It works. Nothing was written.' });
    await press(app, 'Save destination');
    await app.waitFor({ role: 'button', name: 'Save destination' }, { state: 'hidden' });
    const { ok } = await ask<{ ok: { destinations: { id: string; adapter: string }[] } }>(
      app,
      'app/state',
    );
    const { id: destinationId } =
      ok.destinations.find(({ adapter }) => adapter === 'github-actions') ?? {};
    const saved = await ask<{ ok: { settings: object } }>(app, 'destination/read', {
      destinationId,
    });
    expect(Object.keys(saved.ok.settings)).toEqual(
      expect.arrayContaining(['clientId', 'expiresAt']),
    );
    expect(Object.keys(saved.ok.settings)).not.toContain('token');
    expect(Object.keys(saved.ok.settings)).not.toContain('refreshToken');
  } finally {
    await github.close();
  }
});

const noOidc = isFirefox ? ' (not run: Firefox has no such window)' : '';
test.skipIf(isFirefox)(
  `a person signs in to Vault by OIDC in a window of the browser’s, and once more when that has ended${noOidc}`,
  async () => {
    const driver = await world.launch();
    await newVault(driver);
    const app = await driver.appPage('app.html#destinations');
    await app.press({ role: 'button', name: 'Vault or OpenBao' });
    const redirect = await app.evaluate(
      () => document.querySelector('section code')?.textContent ?? '',
    );
    const vault = await playVaultOidc(redirect);
    try {
      vault.lastsFor(0.001);
      await fill(app, 'Name', 'Vault prod');
      await fill(app, 'Address', vault.origin);
      await fill(app, 'Path', 'openai');
      await driver.approvePermission('http://127.0.0.1');
      await press(app, 'Sign in with OIDC');
      const page = await driver.waitForTab(/\/interaction\//);
      await page.type({ role: 'textbox', name: 'Enter any login' }, 'ann');
      await page.evaluate(() =>
        document.querySelector<HTMLInputElement>('[name=password]')?.setAttribute('value', 'FAKE'),
      );
      await page.press({ role: 'button', name: 'Sign-in' });
      await page.press({ role: 'button', name: 'Continue' });
      await app.waitFor({ text: 'Signed in. Save to keep it.' });
      expect(await app.text()).not.toContain(vault.token);
      await press(app, 'Save destination');
      await app.waitFor({ text: 'The sign-in ended' });

      vault.lastsFor(3_600);
      await press(app, 'Sign in again');
      await app.waitFor({ text: 'The sign-in ended' }, { state: 'hidden' });
      expect(vault.seen.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST', 'GET']);
    } finally {
      await vault.close();
    }
  },
);
