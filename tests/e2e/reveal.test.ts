import { describe, expect, test } from 'vitest';
import { fakeKey } from '../unit/fake-key';
import { guideWorld } from './guide-world';
import { pageAt } from './isolated-world';
import { API_KEYS, ask } from './journey';
import {
  askToReveal,
  clipboardOf,
  DUE,
  heardIn,
  makeDue,
  openKey,
  overhear,
  saveKey,
  unfold,
} from './reveal-world';
import { withPermissions } from './variant';

/** A browser without a person can't press its own prompt: here the answer is yes from the start. */
const allowed = () =>
  withPermissions('chrome-mv3', ({ permissions, optional_permissions: asked = [] }) => ({
    permissions: [...permissions, ...asked],
    optional_permissions: [],
  }));

describe('once the person lets Keyferry use the clipboard', () => {
  const world = guideWorld(allowed);

  test('a key is shown for the passphrase only, as a text, and hides by itself', async () => {
    const key = fakeKey('admin', 'SHOWN');
    const itemId = await saveKey(world.app, key);
    const page = await openKey(world.driver, itemId);
    await askToReveal(page, 'not the passphrase');
    await page.waitFor({ text: 'This is not the passphrase.' });
    expect(await page.text()).not.toContain(key);

    await askToReveal(page);
    await page.waitFor({ text: key });
    const held = await page.evaluate(() => ({
      fields: [...document.querySelectorAll('input,textarea')].length,
      focused: document.activeElement?.className,
    }));
    expect(held).toEqual({ fields: 0, focused: 'key-clear' });
    expect(JSON.stringify(await world.state())).not.toContain(key);
    await page.press({ role: 'button', name: 'Hide' });
    await page.waitFor({ text: key }, { state: 'hidden' });

    for (const leave of ['blur', 'visibilitychange']) {
      await askToReveal(page);
      await page.waitFor({ text: key });
      await page.evaluate((name) => {
        (name === 'blur' ? window : document).dispatchEvent(new Event(name));
      }, leave);
      await page.waitFor({ text: key }, { state: 'hidden' });
    }

    await askToReveal(page);
    await page.waitFor({ text: key });
    await ask(world.app, 'vault/lock');
    await page.waitFor({ role: 'button', name: 'Unlock' });
    const left = await page.evaluate(() => document.documentElement.outerHTML);
    expect(left).not.toContain(key);
    await ask(world.app, 'vault/unlock', { passphrase: 'nineteen quiet lantern boats' });
    await page.close();
  });

  test('the popup shows and copies too; the copy is cleared within a minute with the popup closed and the worker dead', async () => {
    const key = fakeKey('admin', 'COPIED');
    await saveKey(world.app, key);
    await world.driver.newTab(API_KEYS);
    const popup = await world.driver.popup();
    await unfold(popup);
    await askToReveal(popup);
    await popup.waitFor({ text: key });
    expect(await popup.text()).toContain('Other programs and clipboard history may read it.');
    await popup.press({ role: 'button', name: 'Copy key' });
    await popup.waitFor({ text: /Cleared from the clipboard in \d+ s/ });
    expect(await clipboardOf(world.driver)).toBe(key);
    const kept = await world.driver.evaluateInWorker(async () => {
      const { chrome } = globalThis as never as {
        chrome: { storage: { session: { get(key: null): Promise<object> } } };
      };
      return JSON.stringify(await chrome.storage.session.get(null));
    });
    expect(kept).toContain('copied');
    expect(kept).not.toContain(key);
    await popup.close();
    // As a worker leaves it that dies while it clears.
    await world.driver.evaluateInWorker(async () => {
      const { chrome } = globalThis as never as {
        chrome: { offscreen: { createDocument(of: object): Promise<void> } };
      };
      const url = '/offscreen.html';
      await chrome.offscreen.createDocument({ url, reasons: ['CLIPBOARD'], justification: 'left' });
    });
    await world.driver.killWorker();
    await expect.poll(() => clipboardOf(world.driver), { timeout: 60_000 }).toBe(' ');
    expect((await world.state()).copied?.state).toBe('cleared');
  });

  test('what the person copied since is left alone', async () => {
    const key = fakeKey('admin', 'OLDER');
    const page = await openKey(world.driver, await saveKey(world.app, key));
    await world.driver.newTab(API_KEYS);
    await askToReveal(page);
    await page.waitFor({ text: key });
    await page.press({ role: 'button', name: 'Copy key' });
    await page.waitFor({ text: /Cleared from the clipboard in \d+ s/ });
    expect(await clipboardOf(world.driver)).toBe(key);
    await pageAt(world.driver, API_KEYS).evaluate(() => navigator.clipboard.writeText('newer'));
    await makeDue(world.driver, world.app);
    await page.waitFor({ text: 'You have copied something else since' }, DUE);
    expect(await clipboardOf(world.driver)).toBe('newer');
    await page.close();
  });

  test('after 30 seconds a key is hidden', async () => {
    const key = fakeKey('admin', 'TIMED');
    const itemId = await saveKey(world.app, key);
    const page = await openKey(world.driver, itemId);
    // From here on every page of this browser goes by another clock.
    const { clock } = pageAt(world.driver, await page.url());
    await clock.install();
    await askToReveal(page);
    await clock.runFor(1_000);
    await page.waitFor({ text: key });
    await clock.runFor(28_000);
    expect(await page.text()).toContain(key);
    await clock.runFor(2_000);
    await page.waitFor({ text: key }, { state: 'hidden' });
    await page.close();
  });
});

describe('without the permission', () => {
  const world = guideWorld();

  test('a copied key is not cleared, which is said, and one press clears it', async () => {
    const key = fakeKey('admin', 'LEFT');
    const page = await openKey(world.driver, await saveKey(world.app, key));
    await world.driver.newTab(API_KEYS);
    await askToReveal(page);
    await page.waitFor({ text: key });
    await page.press({ role: 'button', name: 'Copy key' });
    await page.waitFor({ text: 'Keyferry may not use the clipboard, so it will not be cleared.' });
    await makeDue(world.driver, world.app);
    await page.waitFor({ text: 'Not cleared' }, DUE);
    expect(await clipboardOf(world.driver)).toBe(key);
    await page.press({ role: 'button', name: 'Clear it now' });
    await page.waitFor({ text: 'Cleared from the clipboard.' });
    expect(await clipboardOf(world.driver)).toBe(' ');

    // The prompt is still open, unanswered. From here on the answer is no.
    await overhear(page, false);
    await page.press({ role: 'button', name: 'Copy key' });
    await page.waitFor({ text: 'Keyferry may not use the clipboard, so it will not be cleared.' });
    await makeDue(world.driver, world.app);
    await page.waitFor({ text: 'Not cleared' }, DUE);
    expect(await clipboardOf(world.driver)).toBe(key);
    const asked = ['clipboardRead', 'clipboardWrite', 'offscreen'];
    expect(await heardIn(page)).toEqual([{ asked, given: false }]);
    await page.close();
  });
});
