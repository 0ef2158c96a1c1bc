import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { addAws } from '../../e2e/aws-world.ts';
import type { Driver, Panel, Surface, Tab } from '../../e2e/harness/driver.ts';
import { until } from '../../e2e/harness/until.ts';
import {
  anyPopup,
  API_KEYS,
  ask,
  finish,
  PASSPHRASE,
  saveDoitKey,
  sendToDoit,
} from '../../e2e/journey.ts';
import { fakeKeyValue } from '../../standin/key-store.ts';
import type { Standin } from '../../standin/server.ts';
import { scan, type Finding, type Secrets } from './scan.ts';

/** Lets Firefox write its session files soon; Chromium does. */
export const SOON = {
  'browser.sessionstore.interval': 1_000,
  'browser.sessionstore.interval.idle': 1_000,
};

const AWS = 'https://secretsmanager.us-east-1.amazonaws.com';
const SESSION_WAIT = 60_000;

/** What is allowed on the disk, for it shows that the scan finds things. */
const MARKER = 'marker';

/**
 * Everything that brings a secret near the disk: set-up, a guide's key, its delivery by a portal
 * and by an API, keys of a dialog filled by a framework and by a script, a capture while locked, and
 * secrets left in our own fields. Each page stays as it is until the browser has written it down.
 * @returns all secrets of it.
 */
export async function leaveTraces(driver: Driver, standin: Standin): Promise<Secrets> {
  const { keys } = standin.state.store;
  const openai = await saveDoitKey(driver);
  await writtenDown(driver, openai);
  const popup = await anyPopup(driver);
  const doit = await sendToDoit(driver, popup);
  await doit.callout().press('Fill and test');
  await doit.callout().waitForText('DoiT’s test passed');
  await writtenDown(driver, doit);
  await finish(doit);

  const app = await driver.appPage('app.html#destinations');
  const secretAccessKey = `FAKE${randomUUID()}`;
  await driver.approvePermission(AWS);
  await addAws(app, {
    label: 'AWS test',
    region: 'us-east-1',
    secretName: 'keyferry/test',
    accessKeyId: 'AKIAFAKEFAKEFAKEFAKE',
    secretAccessKey,
  });
  const { vaultKey } = await unlockedKey(app);
  await ask(app, 'vault/lock');
  const shown = await showKey(driver, fakeKeyValue('project'));
  await shown.page.callout().press('Save key');
  await shown.page.callout().waitForText('Saved. You can close this dialog.');
  await writtenDown(driver, shown.page);

  await app.press({ role: 'button', name: 'Show' });
  await app.type({ role: 'textbox', name: 'Passphrase', exact: true }, PASSPHRASE);
  await writtenDown(driver, app);
  await app.press({ role: 'button', name: 'Unlock', exact: true });
  await app.press({ role: 'button', name: 'AWS Secrets Manager' });
  await app.waitFor({ text: 'Add AWS Secrets Manager' });
  const unsaved = `FAKE${randomUUID()}`;
  await app.type({ role: 'textbox', name: 'Secret access key', exact: true }, unsaved);
  await writtenDown(driver, app);

  const pasted = fakeKeyValue('admin');
  await ask(app, 'key/paste', { text: pasted });
  return {
    ...Object.fromEntries(keys.map(({ value }, at) => [`key ${at + 1} of OpenAI’s dialog`, value])),
    'key filled in by a script': shown.key,
    'pasted key': pasted,
    passphrase: PASSPHRASE,
    'secret access key': secretAccessKey,
    'secret access key, not saved': unsaved,
    'vault key': Buffer.from(vaultKey, 'base64'),
  };
}

/** A page with OpenAI's own reveal dialog, and a second one that a script fills, which browsers write down. */
export async function showKey(driver: Driver, key: string): Promise<{ page: Tab; key: string }> {
  const page = await driver.newTab(API_KEYS);
  await page.evaluate((value) => {
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    const field = document.createElement('input');
    field.readOnly = true;
    const copy = document.createElement('button');
    copy.textContent = 'Copy';
    dialog.append(field, copy);
    document.body.append(dialog);
    field.value = value;
  }, key);
  return { page, key };
}

/**
 * Waits until the browser has written the fields of a page to its session files: a field of the
 * test's own, typed into last, is there. Browsers leave out what is in the `value` attribute, where
 * React puts it; it is taken away, so that nothing is kept off the disk by that alone.
 */
export async function writtenDown(driver: Driver, page: Surface): Promise<void> {
  const marker = `${MARKER}-${randomUUID().slice(0, 18)}`;
  await page.evaluate((name) => {
    for (const field of document.querySelectorAll('input')) field.removeAttribute('value');
    const field = document.createElement('input');
    field.ariaLabel = name;
    field.style.cssText = 'position:fixed;top:0;left:0;z-index:2147483647;pointer-events:auto';
    const dialogs = [...document.querySelectorAll('[role="dialog"]')];
    (dialogs.at(-1) ?? document.body).append(field);
  }, marker);
  await page.type({ role: 'textbox', name: marker, exact: true }, marker);
  await until(
    'see the page in the session files',
    async () => (scan(sessions(driver), { marker }).length > 0 ? true : undefined),
    SESSION_WAIT,
  );
  await page.evaluate((name) => {
    document.querySelector(`[aria-label="${name}"]`)?.remove();
  }, marker);
}

/** Where a browser writes what is in the fields of open pages. */
export function sessions({ profile, browserName }: Driver): string {
  return join(profile, browserName === 'chromium' ? 'Default/Sessions' : 'sessionstore-backups');
}

/** A finding as a test shows it. */
export function inWords({ secret, file, form }: Finding): string {
  return `${secret} (${form}) in ${file}`;
}

/** The vault key as the browser keeps it in memory while the vault is unlocked, in base64. */
export async function unlockedKey(app: Panel): Promise<{ vaultKey: string }> {
  return app.evaluate(async () => {
    const { chrome, browser = chrome } = globalThis as never as Record<
      string,
      { storage: { session: { get(key: string): Promise<{ unlocked: { vaultKey: string } }> } } }
    >;
    return (await browser?.storage.session.get('unlocked'))?.unlocked ?? { vaultKey: '' };
  });
}
