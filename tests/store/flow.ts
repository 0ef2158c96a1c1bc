import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppState } from '@/lib/domain/views';
import type { ChromiumDriver } from '../e2e/harness/chromium-driver.ts';
import { launchChromium } from '../e2e/harness/chromium.ts';
import type { Surface } from '../e2e/harness/driver.ts';
import { until } from '../e2e/harness/until.ts';
import {
  anyPopup,
  ask,
  createKey,
  fillAndTest,
  fillDialog,
  finish,
  newVault,
  sendToDoit,
  startGuide,
} from '../e2e/journey.ts';
import { startStandin } from '../standin/server.ts';

/** What is seen on the way from an empty vault to a proved key, as PNG. */
export interface Flow {
  /** OpenAI's dialog, filled in. */
  readonly filled: Buffer;
  /** OpenAI's dialog with the key, and the card that says that it is saved. */
  readonly saved: Buffer;
  /** The popup: where it goes. */
  readonly send: Buffer;
  /** DoiT's form after its test. */
  readonly tested: Buffer;
  /** The popup: delivered and proved. */
  readonly proved: Buffer;
  /** The key's page in the app, with the receipt and what the key may do. */
  readonly app: Buffer;
}

/** How large a page is drawn, in CSS pixels; twice as many are taken. */
export const PAGE = { width: 1180, height: 664 };

/**
 * Takes the real extension from the toolbar to DoiT, against the stand-in, in light or dark.
 * @param folder for the pictures on their way here.
 */
export async function runFlow(scheme: 'light' | 'dark', folder: string): Promise<Flow> {
  const standin = await startStandin();
  const chromiumArgs = [
    '--screen-info={2560x1600 devicePixelRatio=2}',
    ...(scheme === 'dark' ? ['--force-dark-mode'] : []),
  ];
  const driver = await launchChromium({ standin, language: 'en', chromiumArgs });
  const picture = async (surface: Surface): Promise<Buffer> => {
    const file = join(folder, 'picture.png');
    await enlarge(driver, scheme);
    await surface.screenshot(file);
    return readFileSync(file);
  };
  try {
    const popup = await newVault(driver);
    await popup.waitFor({ text: 'What is the key for?' });
    const page = await startGuide(driver, popup);
    await fillDialog(page);
    const filled = await picture(page);
    await createKey(page);
    const saved = await picture(page);
    const captured = await anyPopup(driver);
    await captured.waitFor({ role: 'button', name: 'Send and verify' });
    const send = await picture(captured);
    const doit = await sendToDoit(driver, captured);
    await fillAndTest(doit);
    const tested = await picture(doit);
    await finish(doit);
    const result = await driver.popup();
    const id = await until('prove the key', async () => {
      const { ok } = await ask<{ ok: AppState }>(result, 'app/state');
      return ok.keys[0]?.verification?.state === 'done' ? ok.keys[0].id : undefined;
    });
    await result.waitFor({ text: 'In DoiT, tested.' });
    const proved = await picture(result);
    await result.close();
    const app = await driver.appPage(`app.html#/keys/${id}`);
    await app.waitFor({ text: 'In DoiT, tested.' });
    await app.evaluate(() => {
      for (const each of [...document.querySelectorAll('details')].slice(0, 2)) each.open = true;
      scrollTo(0, 110);
    });
    return { filled, saved, send, tested, proved, app: await picture(app) };
  } finally {
    await driver.close();
    await standin.close();
  }
}

/** Draws every page with the size and the scheme of the pictures. The popup follows the browser's own options. */
async function enlarge(driver: ChromiumDriver, scheme: 'light' | 'dark'): Promise<void> {
  for (const page of driver.context.pages()) {
    await page.emulateMedia({ colorScheme: scheme });
    const session = await driver.context.newCDPSession(page);
    await session.send('Emulation.setDeviceMetricsOverride', {
      ...PAGE,
      deviceScaleFactor: 2,
      mobile: false,
    });
  }
}
