import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright';
import type { AppState } from '@/lib/domain/views';
import { fakeKey } from '../unit/fake-key';
import { guideWorld } from './guide-world';
import type { Panel } from './harness/driver';
import { pageAt } from './isolated-world';
import { ask, PASSPHRASE } from './journey';
import { saveKey } from './reveal-world';

const world = guideWorld();
const PRESENT = { role: 'textbox', name: 'Present passphrase' };
const button = (name: string) => ({ role: 'button', name, exact: true });
let app: Panel;
let page: Page;

/** A device whose passkeys can compute, and whose person always says yes. */
async function plugIn(to: Page): Promise<void> {
  const session = await to.context().newCDPSession(to);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: true,
    },
  });
}

const stateOf = async () => (await ask<{ ok: AppState }>(world.app, 'app/state')).ok;
const unlock = (passphrase: string) =>
  ask<{ error?: { code: string } }>(world.app, 'vault/unlock', { passphrase });

/** How many keys the vault lists, or the code of its no. */
async function listed(): Promise<number | string | undefined> {
  const { ok, error } = await ask<{ ok?: { total: number }; error?: { code: string } }>(
    world.app,
    'keys/list',
    { query: '', sort: { by: 'saved', descending: true }, offset: 0, limit: 10 },
  );
  return ok?.total ?? error?.code;
}

beforeAll(async () => {
  app = await world.driver.appPage('app.html#settings/passkeys');
  page = pageAt(world.driver, await app.url());
  await plugIn(page);
});
afterAll(() => app.close());

test('a passkey is added with the passphrase, opens the vault, is removed, and opens it no more', async () => {
  await app.press(button('Add a passkey'));
  await app.type(PRESENT, 'not the passphrase');
  await app.press(button('Add a passkey'));
  await app.waitFor({ text: 'This is not the passphrase.' });
  expect((await stateOf()).passkeys).toEqual([]);
  await app.type(PRESENT, PASSPHRASE);
  await app.press(button('Add a passkey'));
  await app.waitFor({ text: 'The passkey opens the vault from now on.' });
  expect((await stateOf()).passkeys).toHaveLength(1);

  await app.press(button('Lock'));
  await app.press(button('Unlock with a passkey'));
  await app.waitFor({ text: 'Passkey, added on' });
  expect((await stateOf()).vault).toBe('unlocked');

  await app.press(button('Remove'));
  await app.type(PRESENT, PASSPHRASE);
  await app.press(button('Remove'));
  await app.waitFor({ text: 'The passkey no longer opens the vault.' });
  expect((await stateOf()).passkeys).toEqual([]);
  await app.press(button('Lock'));
  await app.waitFor(button('Unlock'));
  await app.waitFor(button('Unlock with a passkey'), { state: 'hidden' });
});

test('set-up makes a passkey too when its box is ticked, and the popup leads to where it opens the vault', async () => {
  await ask(world.app, 'vault/start-over', { decided: true });
  await app.waitFor({ text: 'Set up your vault' });
  await app.type({ role: 'textbox', name: 'Passphrase', exact: true }, PASSPHRASE);
  await app.type({ role: 'textbox', name: 'Repeat passphrase', exact: true }, PASSPHRASE);
  await app.press({ role: 'checkbox', name: 'Also unlock with a passkey' });
  await app.press(button('Create vault'));
  await app.waitFor({ text: 'Passkey, added on' });
  expect(await stateOf()).toMatchObject({ vault: 'unlocked', passkeys: [{}] });

  await ask(world.app, 'vault/lock');
  const popup = await world.driver.popup();
  await popup.press(button('Unlock with a passkey'));
  await popup.closed();
  const opened = await world.driver.waitForTab(/app\.html#unlock$/);
  // The device is plugged into one tab only: there the same address asks for it without a press.
  await opened.close();
  await app.evaluate(() => (location.hash = '#unlock'));
  await app.waitFor({ text: 'No keys yet' });
  expect((await stateOf()).vault).toBe('unlocked');
});

test('a new passphrase takes the place of the old one, and what was saved is still there', async () => {
  const next = 'seven amber kettles sing';
  await saveKey(world.app, fakeKey('admin', 'STAYS'));
  await app.evaluate(() => (location.hash = '#settings/passphrase'));
  await app.press(button('Change passphrase'));
  await app.type(PRESENT, PASSPHRASE);
  await app.type({ role: 'textbox', name: 'New passphrase', exact: true }, next);
  await app.type({ role: 'textbox', name: 'Repeat new passphrase' }, next);
  await app.press(button('Change passphrase'));
  await app.waitFor({ text: 'Your passphrase is changed.' });
  await app.press(button('Lock'));
  await app.type({ role: 'textbox', name: 'Passphrase', exact: true }, PASSPHRASE);
  await app.press(button('Unlock'));
  await app.waitFor({ text: 'This is not the passphrase.' });
  await app.type({ role: 'textbox', name: 'Passphrase', exact: true }, next);
  await app.press(button('Unlock'));
  await app.waitFor(button('Change passphrase'));
  expect(await listed()).toBe(1);
  const proof = { passphrase: next };
  await ask(world.app, 'vault/change-passphrase', { proof, to: PASSPHRASE });
});

/** Has the browser say what it says when keys are pressed or the computer is locked. */
function say(what: 'onCommand' | 'onStateChanged', word: string): Promise<void> {
  return world.driver.evaluateInWorker(
    (of) => {
      type Event = { dispatch(word: string): void };
      const { chrome } = globalThis as never as {
        chrome: { commands: { onCommand: Event }; idle: { onStateChanged: Event } };
      };
      const { onCommand } = chrome.commands;
      (of.what === 'onCommand' ? onCommand : chrome.idle.onStateChanged).dispatch(of.word);
    },
    { what, word },
  );
}

test('the shortcut and the lock of the computer lock the vault in every page', async () => {
  await app.evaluate(() => (location.hash = '#keys'));
  for (const [what, word] of [
    ['onCommand', 'lock'],
    ['onStateChanged', 'locked'],
  ] as const) {
    await unlock(PASSPHRASE);
    expect(await listed(), word).toBe(1);
    const popup = await world.driver.popup();
    await popup.waitFor(button('Lock'));
    await say(what, word);
    for (const each of [popup, app]) await each.waitFor({ text: 'Unlock your vault' });
    expect(await popup.text()).not.toContain('sk-admin');
    expect(await app.text()).not.toContain('sk-admin');
    expect(await listed(), word).toBe('vault_locked');
    await popup.close();
  }
  // Nobody at the computer is no lock yet: the minutes that the person has chosen decide.
  await unlock(PASSPHRASE);
  await say('onStateChanged', 'idle');
  expect(await listed()).toBe(1);
});

/** Lets the worker's clock run ahead by some minutes, and its deadlines ring. */
function runAhead(minutes: number): Promise<void> {
  return world.driver.evaluateInWorker((by) => {
    const { chrome, real = Date.now } = globalThis as never as {
      chrome: { alarms: { onAlarm: { dispatch(alarm: object): void } } };
      real?: () => number;
    };
    Object.assign(globalThis, { real });
    Date.now = () => real() + by * 60_000;
    chrome.alarms.onAlarm.dispatch({ name: 'lock' });
  }, minutes);
}

test('the vault locks at its last hour, although it was in use and the worker had died', async () => {
  const locking = { idleMinutes: 60, mostHours: 1, withComputer: false };
  await ask(world.app, 'vault/locking', locking);
  await ask(world.app, 'vault/lock');
  await unlock(PASSPHRASE);
  await world.driver.killWorker();
  expect(await listed()).toBe(1);
  await runAhead(58);
  expect(await listed()).toBe(1);
  await runAhead(61);
  await app.waitFor({ text: 'Unlock your vault' });
  expect(await listed()).toBe('vault_locked');
});

test('after five wrong tries a countdown is in the place of the next, also for another worker and another popup', async () => {
  await world.driver.killWorker();
  let popup = await world.driver.popup();
  for (let wrong = 0; wrong < 5; wrong += 1) {
    await popup.type({ role: 'textbox', name: 'Passphrase', exact: true }, 'not the one');
    await popup.press(button('Unlock'));
    await popup.waitFor({
      text: wrong < 4 ? 'This is not the passphrase.' : /Try again in 0:\d\d/,
    });
  }
  await popup.close();
  await world.driver.killWorker();
  popup = await world.driver.popup();
  for (const each of [popup, app]) {
    await each.waitFor({ text: /Too many wrong tries\s+Try again in 0:\d\d/ });
    await each.type({ role: 'textbox', name: 'Passphrase', exact: true }, PASSPHRASE);
    const blocked = await each.evaluate(
      () => document.querySelector<HTMLButtonElement>('button[type=submit]')?.disabled,
    );
    expect(blocked).toBe(true);
    await each.key('Enter');
  }
  expect((await unlock(PASSPHRASE)).error?.code).toBe('too_many_tries');
  expect((await stateOf()).vault).toBe('locked');
});
