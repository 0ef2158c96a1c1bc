import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright';
import type { AppState } from '@/lib/domain/views';
import { guideWorld } from './guide-world';
import type { Panel } from './harness/driver';
import { pageAt } from './isolated-world';
import { ask, PASSPHRASE } from './journey';

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
