import { expect, test } from 'vitest';
import type { Passage } from '../standin/state';
import { KEY, sendToAws, withAws } from './aws-world';
import { anyBrowser } from './fixtures';
import type { Driver, Panel } from './harness/driver';
import { anyPopup, finish, madeKey, newVault, saveDoitKey, sendToDoit } from './journey';

const world = anyBrowser();
const { missing, why, setUp } = await withAws(world);

/** Lets a request for AWS come this far and no further. */
function holdAt(at: Passage, action: string) {
  const { state } = world.standin;
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  state.awsGate = (...passed) => {
    if (passed[0] !== at || passed[1] !== action) return Promise.resolve();
    reached.resolve();
    return released.promise;
  };
  return {
    reached: reached.promise,
    release() {
      state.awsGate = () => Promise.resolve();
      released.resolve();
    },
  };
}

async function reopened(driver: Driver, popup: Panel): Promise<Panel> {
  await popup.close();
  await driver.killWorker();
  return driver.popup();
}

// A death at every act of every place: tests/contract/deaths.ts.
test.skipIf(missing).each<[string, Passage, string]>([
  ['AWS has written and its answer is on the way', 'answered', 'CreateSecret'],
  ['AWS has confirmed and nothing was asked back', 'asked', 'DescribeSecret'],
])(`the worker dies while %s: the key arrives once${why}`, async (_when, at, action) => {
  const { moto, driver, secretName } = await setUp();
  const hold = holdAt(at, action);
  const before = await sendToAws(driver);
  await hold.reached;
  await before.close();
  await driver.killWorker();
  hold.release();
  const popup = await driver.popup();
  await popup.waitFor({ text: 'In AWS test, as a new version.' });
  expect(Object.values(await moto.versions(secretName))).toEqual([['AWSCURRENT']]);
  expect(await moto.readSecret(secretName)).toBe(KEY);
});

test.skipIf(missing)(
  `the worker dies right after Send, and at every look since: the key arrives once${why}`,
  async () => {
    const { moto, driver, secretName } = await setUp();
    let popup = await sendToAws(driver);
    popup = await reopened(driver, popup);
    popup = await reopened(driver, popup);
    await popup.waitFor({ text: 'In AWS test, as a new version.' });
    expect(Object.values(await moto.versions(secretName))).toEqual([['AWSCURRENT']]);
    expect(await moto.readSecret(secretName)).toBe(KEY);
  },
);

test.skipIf(missing)(
  `the worker dies and nobody looks: it goes on by itself within a minute${why}`,
  async () => {
    const { moto, driver, app, secretName } = await setUp();
    const hold = holdAt('asked', 'CreateSecret');
    const popup = await sendToAws(driver);
    await hold.reached;
    await popup.close();
    await app.close();
    await driver.killWorker();
    hold.release();
    await expect
      .poll(() => moto.readSecret(secretName).catch(() => undefined), { timeout: 60_000 })
      .toBe(KEY);
  },
);

test('the worker dies before the fill, before DoiT’s test and during it: the run can be finished', async () => {
  const driver = await world.launch();
  await saveDoitKey(driver, newVault);
  const page = await sendToDoit(driver, await anyPopup(driver));
  await driver.killWorker();
  await page.callout().press('Take me there');
  await page.callout().press('Only fill');
  await page.callout().waitForText('The key is filled in');
  await driver.killWorker();
  await page.press({ role: 'button', name: 'Test connection' });
  await driver.killWorker();
  await page.callout().waitForText('DoiT’s test passed');
  await driver.killWorker();
  await finish(page);
  expect(world.standin.state.doit).toMatchObject([{ key: await madeKey(world.standin) }]);
  const popup = await driver.popup();
  await popup.waitFor({ text: 'In DoiT, tested.' });
});
