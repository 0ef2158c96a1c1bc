import { afterAll, beforeAll, expect, test } from 'vitest';
import { startStandin, type Standin } from '../standin/server';
import type { Driver } from './harness/driver';
import { launchChromium } from './harness/chromium';
import {
  anyPopup,
  createKey,
  fillAndTest,
  fillDialog,
  finish,
  madeKey,
  sendToDoit,
  setUpVault,
  startGuide,
} from './journey';

let standin: Standin;
let driver: Driver;

beforeAll(async () => {
  standin = await startStandin();
  driver = await launchChromium({ standin });
});
afterAll(async () => {
  await driver?.close();
  await standin?.close();
});

test('one person takes the DoiT job from "I need a key" to "it is in DoiT, tested"', async () => {
  const page = await startGuide(driver, await setUpVault(driver));
  const setup = { ...driver.counter };
  await fillDialog(page);
  await createKey(page);
  const [key] = standin.state.store.keys;
  expect(key).toMatchObject({
    permission: 'restricted',
    scopes: ['api.usage.read'],
    expiration: '90 days',
  });
  expect(key?.name).toMatch(/^DoiT \d{4}-\d{2}-\d{2}$/);

  const popup = await anyPopup(driver);
  const doit = await sendToDoit(driver, popup);
  await fillAndTest(doit);
  expect(await finish(doit)).toContain('No excess found in 3 of 6 permissions');

  expect(standin.state.doit).toEqual([expect.objectContaining({ key: await madeKey(standin) })]);
  const result = await driver.popup();
  await result.waitFor({ text: 'In DoiT, tested.' });
  expect(driver.counter.keystrokes).toBe(setup.keystrokes);
});
