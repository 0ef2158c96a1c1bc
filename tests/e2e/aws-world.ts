import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { AppState, DeliveryView } from '@/lib/domain/views';
import { startMoto, type Moto } from '../contract/moto.ts';
import { fakeKey } from '../unit/fake-key.ts';
import type { anyBrowser } from './fixtures.ts';
import type { Driver, Panel } from './harness/driver.ts';
import { until } from './harness/until.ts';
import { ask, newVault } from './journey.ts';

/** The host of the region that moto plays, as the browser's permission names it. */
export const AWS = 'https://secretsmanager.eu-central-1.amazonaws.com';
/** The key that goes to AWS. */
export const KEY = fakeKey('proj', 'AWS');

/** What a person types into the form of an AWS destination. */
export interface Typed {
  readonly label: string;
  readonly region: string;
  readonly secretName: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A vault with one pasted key and one AWS destination. */
export interface AwsWorld {
  readonly moto: Moto;
  readonly driver: Driver;
  /** The app page, at its destinations. */
  readonly app: Panel;
  readonly secretName: string;
}

/**
 * AWS for a test file: moto, which ends with the file. `missing` where it is not installed and
 * nobody insists; `why` says so in a test's title.
 */
export async function withAws(world: ReturnType<typeof anyBrowser>) {
  const moto = await startMoto();
  const missing = moto === undefined && process.env['CI'] !== 'true';
  beforeAll(() => {
    if (!moto && !missing) throw new Error('moto_server and the AWS command line are needed.');
  });
  afterAll(() => moto?.close());

  return {
    missing,
    why: missing ? ' (not run: moto_server or the AWS command line is missing)' : '',
    async setUp(typed: Partial<Typed> = {}, add = saveAws): Promise<AwsWorld> {
      if (!moto) throw new Error('moto is not running.');
      world.standin.state.motoPort = moto.port;
      const driver = await world.launch();
      const popup = await newVault(driver);
      await ask(popup, 'key/paste', { text: KEY });
      const secretName = `keyferry/${randomUUID()}`;
      const app = await driver.appPage('app.html#destinations');
      await driver.approvePermission(AWS);
      await add(app, {
        label: 'AWS test',
        region: moto.region,
        secretName,
        ...moto.writer,
        ...typed,
      });
      return { moto, driver, app, secretName };
    },
  };
}

/** What {@link addAws} leads to, without the typing. */
async function saveAws(app: Panel, { label, ...settings }: Typed): Promise<void> {
  const adapter = 'aws-secrets-manager';
  const answer = await ask(app, 'destination/save', { adapter, label, settings });
  if (!Object.hasOwn(answer as object, 'ok')) throw new Error(JSON.stringify(answer));
}

/** Fills the app page's form and saves the destination. */
export async function addAws(app: Panel, typed: Typed): Promise<void> {
  await app.press({ role: 'button', name: 'AWS Secrets Manager' });
  await app.waitFor({ text: 'Add AWS Secrets Manager' });
  const fill = (name: string, text: string, role = 'textbox') =>
    app.type({ role, name, exact: true }, text);
  await fill('Name', typed.label);
  await fill('Region', typed.region, 'combobox');
  await fill('Secret name', typed.secretName);
  await fill('Access key ID', typed.accessKeyId);
  await fill('Secret access key', typed.secretAccessKey);
  await app.press({ role: 'button', name: 'Save destination' });
  await app.waitFor({ text: `“${typed.label}” is saved.` });
}

/** Opens the popup and presses *Send and verify*. @returns the popup. */
export async function sendToAws(driver: Driver): Promise<Panel> {
  const popup = await driver.popup();
  await popup.press({ role: 'button', name: 'Send and verify' });
  await popup.waitFor({ role: 'button', name: 'Send and verify' }, { state: 'hidden' });
  return popup;
}

/** Everything that the extension shows, as its own page gets it. */
export async function stateOf(panel: Panel): Promise<AppState> {
  return (await ask<{ ok: AppState }>(panel, 'app/state')).ok;
}

/** The key's delivery, once it is confirmed or failed. */
export function settled(panel: Panel): Promise<DeliveryView> {
  return until('see the delivery settle', async () => {
    const delivery = (await stateOf(panel)).keys[0]?.deliveries[0];
    const asks = delivery?.reason === 'destination_conflict';
    return asks || ['confirmed', 'failed'].includes(delivery?.state ?? '') ? delivery : undefined;
  });
}
