import { afterAll, expect, test } from 'vitest';
import type { AppState } from '@/lib/domain/views';
import { startStandin, type Standin } from '../standin/server';
import { findFirefox } from './harness/find-firefox';
import type { Driver } from './harness/driver';
import { launchFirefox } from './harness/firefox';
import { anyPopup, ask, createKey, fillDialog, setUpVault, startGuide } from './journey';

const firefox = await findFirefox();
const missing = firefox === undefined && process.env['CI'] !== 'true';
const why = missing ? ' (not run: there is no Firefox here)' : '';
let standin: Standin | undefined;
let driver: Driver | undefined;
afterAll(async () => {
  await driver?.close();
  await standin?.close();
});

test.skipIf(missing)(`guide, capture and vault work on Firefox${why}`, async () => {
  standin = await startStandin();
  driver = await launchFirefox({ standin });
  const page = await startGuide(driver, await setUpVault(driver));
  await fillDialog(page);
  await createKey(page);
  const [made] = standin.state.store.keys;
  expect(made).toMatchObject({ permission: 'restricted', scopes: ['api.usage.read'] });
  const popup = await anyPopup(driver);
  await popup.waitFor({ role: 'button', name: 'Send and verify' });
  const { ok } = await ask<{ ok: AppState }>(popup, 'app/state');
  expect(ok.keys).toMatchObject([{ kind: 'admin', product: 'DoiT' }]);
  expect(ok.keys[0]?.redacted.slice(-4)).toBe(made?.value.slice(-4));
});
