import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CDPSession } from 'playwright';
import type { AppState } from '@/lib/domain/views';
import { startStandin, type Standin } from '../standin/server';
import { readBuild } from './harness/build';
import type { ChromiumDriver } from './harness/chromium-driver';
import { launchChromium } from './harness/chromium';
import type { Panel } from './harness/driver';
import { ADMIN_KEYS, anyPopup, API_KEYS, ask, fillDialog, PASSPHRASE } from './journey';
import { withPermissions } from './variant';

const ORIGIN = `chrome-extension://${readBuild('chrome-mv3').chromeId}`;
/** The size of the small disk, in bytes. */
const SMALL = 2_000_000;
/** What is written at once; the browser counts longer texts in another way. */
const PIECE = 50_000;

let standin: Standin;
let driver: ChromiumDriver;
let app: Panel;
let disk: CDPSession;

/** Sets how much the extension may write; without a number, as much as there is. */
async function allow(quotaSize?: number): Promise<void> {
  await disk.send('Storage.overrideQuotaForOrigin', {
    origin: ORIGIN,
    ...(quotaSize === undefined ? {} : { quotaSize }),
  });
}

/** Writes so many pieces. @returns the error's name, or nothing. */
function write(pieces: number): Promise<string> {
  return app.evaluate(
    ([count, size]) =>
      new Promise<string>((done) => {
        const open = indexedDB.open('ballast');
        open.addEventListener('upgradeneeded', () => open.result.createObjectStore('texts'));
        open.addEventListener('success', () => {
          const tx = open.result.transaction('texts', 'readwrite');
          for (let at = 0; at < count; at += 1) tx.objectStore('texts').put('x'.repeat(size), at);
          tx.addEventListener('abort', () => done(tx.error?.name ?? ''));
          tx.addEventListener('complete', () => done(''));
        });
      }),
    [pieces, PIECE] as const,
  );
}

/** Fills the disk. The browser asks for the space that is left again only when a write has failed. */
async function fillDisk(): Promise<void> {
  await allow(1);
  expect(await write((2 * SMALL) / PIECE)).toBe('QuotaExceededError');
  expect(await write(1)).toBe('QuotaExceededError');
}

const badge = (): Promise<string> =>
  driver.evaluateInWorker(() => {
    const { chrome } = globalThis as never as {
      chrome: { action: { getBadgeText(of: object): Promise<string> } };
    };
    return chrome.action.getBadgeText({});
  });

/** Lets the alarm ring now that resumes unfinished work. */
const ring = (): Promise<void> =>
  driver.evaluateInWorker(async () => {
    const { chrome } = globalThis as never as {
      chrome: {
        alarms: {
          get(name: string): Promise<object | undefined>;
          create(name: string, of: object): Promise<void>;
        };
      };
    };
    if (!(await chrome.alarms.get('resume'))) throw new Error('No alarm is set.');
    await chrome.alarms.create('resume', { when: Date.now() });
  });

const state = async (): Promise<AppState> => (await ask<{ ok: AppState }>(app, 'app/state')).ok;

beforeAll(async () => {
  standin = await startStandin();
  // The production build may use all of the disk, whatever the limit is said to be.
  const extensionPath = await withPermissions('chrome-mv3', ({ permissions }) => ({
    permissions: permissions.filter((each) => each !== 'unlimitedStorage'),
  }));
  driver = await launchChromium({ standin, extensionPath, extension: 'later' });
  disk = await driver.context.newCDPSession(await driver.context.newPage());
  await allow(SMALL);
  await driver.loadExtension();
  app = await driver.appPage();
  await ask(app, 'vault/create', { passphrase: PASSPHRASE });
});
afterAll(async () => {
  await driver.close();
  await standin.close();
});

test('two tabs show their keys at once and the worker dies over it: each key is saved, as its own', async () => {
  await ask(app, 'guide/start', { recipeId: 'doit' });
  const first = await driver.waitForTab(ADMIN_KEYS);
  await first.callout().waitForText('Fill the rest');
  await fillDialog(first);
  await ask(app, 'guide/start', { recipeId: 'inference' });
  const second = await driver.waitForTab(API_KEYS);
  await second.callout().waitForText('Fill the rest');
  await fillDialog(second);
  await first.press({ role: 'button', name: 'Create admin key', exact: true });
  await second.press({ role: 'button', name: 'Create secret key', exact: true });
  await driver.killWorker();
  await first.callout().waitForText('Saved. You can close this dialog.');
  await second.callout().waitForText('Saved. You can close this dialog.');
  const { keys } = await state();
  const made = standin.state.store.keys.map(({ value }) => value.slice(-4));
  expect(made).toHaveLength(2);
  expect(keys.map(({ redacted }) => redacted.slice(-4)).toSorted()).toEqual(made.toSorted());
  expect(keys.map(({ recipeId }) => recipeId ?? '').toSorted()).toEqual(['doit', 'inference']);
  for (const page of driver.context.pages()) {
    if (page.url().startsWith('https://')) await page.close();
  }
  standin.state.reset();
});

test('with the disk full a key waits in memory, the callout and the popup say so, and it is saved when there is room', async () => {
  await ask(app, 'guide/start', { recipeId: 'doit' });
  const page = await driver.waitForTab(ADMIN_KEYS);
  await page.callout().waitForText('Fill the rest');
  await fillDialog(page);
  await fillDisk();
  await page.press({ role: 'button', name: 'Create admin key', exact: true });
  const said = await page.callout().waitForText('Not saved yet: press OpenAI’s Copy too');
  expect(said).toContain('Your disk is full');
  const redacted = (await state()).held?.redacted;
  expect(redacted?.slice(-4)).toBe(standin.state.store.keys[0]?.value.slice(-4));
  expect(await badge()).toBe('!');

  // The popup, closed and opened again, locked or not, begins with that key.
  const popup = await anyPopup(driver);
  await popup.waitFor({ text: 'This key is not saved yet' });
  await popup.press({ role: 'button', name: 'Try again now' });
  await popup.waitFor({ text: 'Still not saved.' });
  await popup.close();
  await ask(app, 'vault/lock');
  await driver.killWorker();
  const again = await driver.popup();
  await again.waitFor({ text: 'Your disk is full' });
  expect(await state()).toMatchObject({ vault: 'locked', held: { redacted, why: 'disk-full' } });
  expect(await badge()).toBe('!');

  await allow();
  await ring();
  await page.callout().waitForText('Saved. You can close this dialog.');
  await again.waitFor({ role: 'button', name: 'Unlock' });
  await ask(app, 'vault/unlock', { passphrase: PASSPHRASE });
  const { held, keys } = await state();
  expect(held).toBeUndefined();
  expect(keys[0]).toMatchObject({ redacted, product: 'DoiT' });
});
