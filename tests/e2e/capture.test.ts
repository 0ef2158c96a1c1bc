import { expect, test } from 'vitest';
import { fakeKey } from '../unit/fake-key';
import { anyBrowser, isFirefox, ofPopup } from './fixtures';
import {
  anyPopup,
  API_KEYS,
  ask,
  createKey,
  fillDialog,
  PASSPHRASE,
  saveDoitKey,
  newVault,
  startGuide,
} from './journey';
import type { Driver, Panel, Tab } from './harness/driver';
import type { AppState } from '@/lib/domain/views';
import type { CaptureAnswer } from '@/lib/messaging/briefs';

const world = anyBrowser();

async function stateOf(popup: Panel): Promise<AppState> {
  return (await ask<{ ok: AppState }>(popup, 'app/state')).ok;
}

/** Makes a project key by hand, without a guide. @returns OpenAI's page with the reveal dialog. */
async function makeProjectKey(driver: Driver): Promise<Tab> {
  const page = await driver.newTab(API_KEYS);
  await page.press({ role: 'button', name: 'Create new secret key', exact: true });
  await page.press({ role: 'button', name: 'Create secret key', exact: true });
  await page.waitFor({ text: 'Save your key' });
  return page;
}

test('the worker dies just before the key appears, and nothing is lost', async () => {
  const driver = await world.launch();
  const page = await startGuide(driver, await newVault(driver));
  await fillDialog(page);
  await driver.killWorker();
  await createKey(page);
  const { keys } = await stateOf(await anyPopup(driver));
  expect(keys).toHaveLength(1);
  expect(keys[0]?.redacted.slice(-4)).toBe(world.standin.state.store.keys[0]?.value.slice(-4));
});

test('the worker dies just after the key appears, and there is one item', async () => {
  const driver = await world.launch();
  const page = await startGuide(driver, await newVault(driver));
  await fillDialog(page);
  await page.press({ role: 'button', name: 'Create admin key', exact: true });
  await driver.killWorker();
  await page.callout().waitForText('Saved. You can close this dialog.');
  const popup = await anyPopup(driver);
  expect((await stateOf(popup)).keys).toHaveLength(1);
});

test.skipIf(isFirefox)(
  `without a guide a key is saved by a press, and never by itself${ofPopup}`,
  async () => {
    const driver = await world.launch();
    const popup = await newVault(driver);
    const page = await makeProjectKey(driver);
    await page.callout().waitForText('Save this key in Keyferry?');
    const before = await driver.popup();
    expect((await stateOf(before)).keys).toEqual([]);
    await page.callout().press('Save key');
    await page.callout().waitForText('Saved. You can close this dialog.');
    expect(await popup.isOpen()).toBe(false);
    const after = await anyPopup(driver);
    expect((await stateOf(after)).keys).toMatchObject([{ kind: 'project' }]);
  },
);

test.skipIf(isFirefox)(
  `the popup’s own Save key takes the key on screen, and the same key is one item${ofPopup}`,
  async () => {
    const driver = await world.launch();
    await newVault(driver);
    const page = await makeProjectKey(driver);
    await page.callout().waitForText('Save this key in Keyferry?');
    const popup = await driver.popup();
    await popup.press({ role: 'button', name: 'Save key', exact: true });
    await popup.waitFor({ role: 'heading', name: /key/i });
    await page.callout().waitForText('Saved. You can close this dialog.');
    const again = await anyPopup(driver);
    const text = world.standin.state.store.keys[0]?.value ?? '';
    const { ok } = await ask<{ ok: CaptureAnswer }>(again, 'key/paste', { text });
    expect(ok.state).toBe('saved');
    const { keys, keyVisible } = await stateOf(again);
    expect(keys).toHaveLength(1);
    expect(keyVisible).toBe(false);
  },
);

test('before the set-up a key waits in memory, and is saved by the set-up', async () => {
  const driver = await world.launch();
  const page = await makeProjectKey(driver);
  await page.callout().press('Save key');
  await page.callout().waitForText('Not saved yet');
  const popup = (await driver.openedPopup(1_000)) ?? (await driver.popup());
  await popup.waitFor({ text: /only once/ });
  await popup.type({ role: 'textbox', name: 'Passphrase', exact: true }, PASSPHRASE);
  await popup.type({ role: 'textbox', name: 'Repeat passphrase', exact: true }, PASSPHRASE);
  await popup.press({ role: 'button', name: 'Create vault' });
  await page.callout().waitForText('Saved. You can close this dialog.');
  expect((await stateOf(await anyPopup(driver))).keys).toHaveLength(1);
});

test('while the vault is locked a key is sealed, and it is there after the unlock', async () => {
  const driver = await world.launch();
  const popup = await newVault(driver);
  const page = await startGuide(driver, popup);
  await fillDialog(page);
  const locking = await driver.popup();
  await locking.press({ role: 'button', name: 'Lock' });
  await locking.waitFor({ role: 'button', name: 'Unlock' });
  await createKey(page);
  const locked = await anyPopup(driver);
  await locked.waitFor({ text: /1 key is sealed/ });
  await locked.type({ role: 'textbox', name: 'Passphrase' }, PASSPHRASE);
  await locked.press({ role: 'button', name: 'Unlock' });
  await locked.waitFor({ role: 'button', name: 'Send and verify' });
  expect((await stateOf(locked)).keys).toMatchObject([{ product: 'DoiT', kind: 'admin' }]);
});

test('All chosen by hand is said in the page, and again before it is sent', async () => {
  const driver = await world.launch();
  const page = await startGuide(driver, await newVault(driver));
  await fillDialog(page);
  await page.press({ role: 'radio', name: 'All', exact: true });
  await page.callout().waitForText('“All” is chosen');
  await createKey(page);
  const popup = await anyPopup(driver);
  await popup.waitFor({ role: 'button', name: 'Send and verify' });
  expect((await stateOf(popup)).keys[0]?.warnings).toEqual(['all_permissions']);
  expect(await popup.text()).toContain('This key may do everything that its kind can.');
});

test('a key of another kind than the guide’s is saved, and the callout says what is wrong', async () => {
  const driver = await world.launch();
  const page = await startGuide(driver, await newVault(driver));
  await page.goto(API_KEYS);
  await page.callout().waitForText('This key is made on another page');
  await page.press({ role: 'button', name: 'Create new secret key', exact: true });
  await page.press({ role: 'button', name: 'Create secret key', exact: true });
  const said = await page.callout().waitForText('Saved. You can close this dialog.');
  expect(said).toContain('DoiT needs another kind of key.');
  const { keys } = await stateOf(await anyPopup(driver));
  expect(keys).toMatchObject([
    { kind: 'project', warnings: ['wrong_key_kind', 'all_permissions'] },
  ]);
});

test.skipIf(isFirefox)(
  `a press in the page closes the popup, and reopening shows the same${ofPopup}`,
  async () => {
    const driver = await world.launch();
    const page = await saveDoitKey(driver, newVault);
    const popup = await anyPopup(driver);
    await popup.waitFor({ role: 'button', name: 'Send and verify' });
    await page.press({ role: 'button', name: 'Done' });
    await popup.closed();
    const again = await driver.popup();
    await again.waitFor({ role: 'button', name: 'Send and verify' });
  },
);

test('a reveal dialog that fades in, or is an alert dialog, is seen too', async () => {
  const driver = await world.launch();
  const page = await startGuide(driver, await newVault(driver));
  await page.evaluate(
    (key) => {
      const style = '<style>@keyframes in { from { opacity: 0 } }</style>';
      const dialog = `<div role="alertdialog" style="animation: in .5s"><textarea readonly>${key}</textarea></div>`;
      document.body.insertAdjacentHTML('beforeend', style + dialog);
    },
    fakeKey('admin', 'FADES'),
  );
  // The person has not pressed OpenAI's last button: the page may show any dialog.
  await page.callout().press('Save key');
  await page.callout().waitForText('Saved. You can close this dialog.');
  const kept = await page.evaluate(() => document.querySelector('textarea')?.autocomplete);
  expect(kept).toBe('off');
});

test.skipIf(isFirefox)(
  `a second key for the same product, in the same tab, is guided and watched like the first${ofPopup}`,
  async () => {
    const driver = await world.launch();
    const page = await saveDoitKey(driver, newVault);
    const first = await anyPopup(driver);
    await first.waitFor({ role: 'button', name: 'Send and verify' });
    await page.press({ role: 'button', name: 'Done' });
    await first.closed();
    const popup = await driver.popup();
    await popup.press({ role: 'button', name: 'Back' });
    await popup.press({ role: 'button', name: /^DoiT/ });
    await page.callout().waitForText('Fill the rest');
    await fillDialog(page);
    await page.press({ role: 'radio', name: 'Read only', exact: true });
    await page.callout().waitForText('“Read only” is chosen');
    await createKey(page);
    const { keys } = await stateOf(await anyPopup(driver));
    expect(keys.map(({ warnings }) => warnings)).toEqual([['more_than_needed'], []]);
  },
);
