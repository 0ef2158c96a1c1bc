import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppState } from '@/lib/domain/views';
import { startMoto, type Moto } from '../contract/moto';
import { fakeKey } from '../unit/fake-key';
import { chromium } from './fixtures';
import type { ChromiumDriver } from './harness/chromium-driver';
import type { Panel } from './harness/driver';
import { until } from './harness/until';
import { ask, setUpVault } from './journey';

const moto = await startMoto();
const missing = moto === undefined && process.env['CI'] !== 'true';
const why = missing ? ' (not run: moto_server or the AWS command line is missing)' : '';
const world = chromium();
const KEY = fakeKey('proj', 'AWS');
const HOST = 'https://secretsmanager.eu-central-1.amazonaws.com';

beforeAll(() => {
  if (!moto && !missing) throw new Error('moto_server and the AWS command line are needed.');
});
afterAll(() => moto?.close());

interface Set {
  readonly moto: Moto;
  readonly driver: ChromiumDriver;
  readonly app: Panel;
  readonly secretName: string;
}

/** A vault with one pasted key, and an AWS destination made in the app page's form. */
async function setUp(secretAccessKey?: string): Promise<Set> {
  if (!moto) throw new Error('moto is not running.');
  world.standin.state.motoPort = moto.port;
  const driver = await world.launch();
  const popup = await setUpVault(driver);
  await ask(popup, 'key/paste', { text: KEY });
  const app = await driver.appPage('app.html#destinations');
  const secretName = `keyferry/${randomUUID()}`;
  const fill = (name: string, text: string, role = 'textbox') =>
    app.type({ role, name, exact: true }, text);
  await app.waitFor({ text: 'Add AWS Secrets Manager' });
  await fill('Name', 'AWS test');
  await fill('Region', moto.region, 'combobox');
  await fill('Secret name', secretName);
  await fill('Access key ID', moto.writer.accessKeyId);
  await fill('Secret access key', secretAccessKey ?? moto.writer.secretAccessKey);
  await driver.approvePermission(HOST);
  await app.press({ role: 'button', name: 'Save destination' });
  await app.waitFor({ text: /Ready/ });
  return { moto, driver, app, secretName };
}

async function stateOf(app: Panel): Promise<AppState> {
  return (await ask<{ ok: AppState }>(app, 'app/state')).ok;
}

async function send(app: Panel): Promise<void> {
  const { keys, destinations } = await stateOf(app);
  const aws = destinations.find(({ adapter }) => adapter === 'aws-secrets-manager');
  await ask(app, 'delivery/send', { itemId: keys[0]?.id, destinationId: aws?.id });
}

function settled(app: Panel) {
  return until('see the delivery settle', async () => {
    const delivery = (await stateOf(app)).keys[0]?.deliveries[0];
    return delivery?.state === 'confirmed' || delivery?.state === 'failed' ? delivery : undefined;
  });
}

test.skipIf(missing)(
  `a key goes to AWS by Send and verify, and the AWS command line reads every byte${why}`,
  async () => {
    const { moto: aws, driver, app, secretName } = await setUp();
    const popup = await driver.popup();
    await popup.press({ role: 'button', name: 'Send and verify' });
    expect(await settled(app)).toMatchObject({ state: 'confirmed', proof: 'metadata' });
    await popup.waitFor({ text: /In AWS test/ });
    expect(await aws.readSecret(secretName)).toBe(KEY);
    expect(Object.keys(await aws.versions(secretName))).toHaveLength(1);
  },
);

test.skipIf(missing)(
  `the worker dies right after Send, and again: one version, the right value, nothing lost${why}`,
  async () => {
    const { moto: aws, driver, app, secretName } = await setUp();
    await send(app);
    await driver.killWorker();
    await stateOf(app);
    await driver.killWorker();
    expect(await settled(app)).toMatchObject({ state: 'confirmed' });
    expect(await aws.readSecret(secretName)).toBe(KEY);
    expect(Object.keys(await aws.versions(secretName))).toHaveLength(1);
  },
);

test.skipIf(missing)(
  `AWS accepts the key and the worker dies before it hears of it: still one version${why}`,
  async () => {
    const { moto: aws, driver, app, secretName } = await setUp();
    const { state } = world.standin;
    await send(app);
    await until('see AWS asked', () =>
      Promise.resolve(state.requests.some(({ host }) => host.includes('amazonaws')) || undefined),
    );
    await driver.killWorker();
    expect(await settled(app)).toMatchObject({ state: 'confirmed' });
    expect(Object.keys(await aws.versions(secretName))).toHaveLength(1);
    expect(await aws.readSecret(secretName)).toBe(KEY);
  },
);

test.skipIf(missing)(
  `AWS refuses the credentials: the popup says what to do, and the key stays safe${why}`,
  async () => {
    const { driver, app } = await setUp('wrong-wrong-wrong-wrong-wrong-wrong-FAKE');
    await send(app);
    expect(await settled(app)).toMatchObject({
      state: 'failed',
      reason: 'destination_credentials',
    });
    const popup = await driver.popup();
    await popup.waitFor({ text: 'The key is safe in your vault.' });
    await popup.waitFor({ role: 'button', name: 'Try again' });
    expect((await stateOf(app)).keys).toHaveLength(1);
  },
);

test.skipIf(missing)(`a secret that Keyferry did not make is not overwritten${why}`, async () => {
  const { moto: aws, app, secretName } = await setUp();
  await aws.owner('create-secret', '--name', secretName, '--secret-string', 'a stranger’s');
  await send(app);
  expect(await settled(app)).toMatchObject({ state: 'failed', reason: 'destination_conflict' });
  expect(await aws.readSecret(secretName)).toBe('a stranger’s');
});

test.skipIf(missing)(
  `a destination that can’t be reached is tried again by itself${why}`,
  async () => {
    const { moto: aws, app, secretName } = await setUp();
    world.standin.state.down.add(new URL(HOST).host);
    await send(app);
    await until('see it wait', async () => {
      const delivery = (await stateOf(app)).keys[0]?.deliveries[0];
      return delivery?.state === 'waiting' && delivery.reason === 'unreachable' ? true : undefined;
    });
    world.standin.state.down.clear();
    expect(await settled(app)).toMatchObject({ state: 'confirmed' });
    expect(await aws.readSecret(secretName)).toBe(KEY);
  },
);
