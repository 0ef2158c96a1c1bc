import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AppState } from '@/lib/domain/views';
import type { Driver, Surface } from '../e2e/harness/driver.ts';
import {
  anyPopup,
  ask,
  createKey,
  fillAndTest,
  fillDialog,
  finish,
  sendToDoit,
  setUpVault,
  startGuide,
} from '../e2e/journey.ts';
import { until } from '../e2e/harness/until.ts';
import type { Summary } from './summary.ts';

/**
 * Takes the DoiT job from the toolbar press to DoiT's last button, as a person would, and tells
 * each step as it happens.
 * @param startUrl a page to start from.
 * @param folder where the screenshots go.
 */
export async function runDoit(driver: Driver, startUrl: string, folder: string): Promise<Summary> {
  mkdirSync(folder, { recursive: true });
  const { counter } = driver;
  const steps: { id: string; ms: number }[] = [];
  const screenshots: string[] = [];

  async function step<T>(id: string, what: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const done = await work();
    const ms = Math.round(performance.now() - started);
    steps.push({ id, ms });
    console.log(`  ✓ ${what.padEnd(58)} ${(ms / 1000).toFixed(1)} s`);
    return done;
  }
  /** Pictures are outside the measured steps: no person waits for them. */
  async function picture(surface: Surface, id: string): Promise<void> {
    const file = join(folder, `${String(screenshots.length + 1).padStart(2, '0')}-${id}.png`);
    await surface.screenshot(file);
    screenshots.push(file);
  }

  const start = await driver.newTab(startUrl);
  const fresh = await step('set-up', 'The vault is set up (once)', () => setUpVault(driver));
  await picture(fresh, 'vault-set-up');
  // As a person does: a press in the page closes the popup.
  await start.press({ role: 'heading', name: /Keyferry/ });
  await fresh.closed();
  const setup = { clicks: counter.clicks, keystrokes: counter.keystrokes };
  const started = performance.now();

  const popup = await step('open', 'Keyferry is opened from the toolbar', async () => {
    const opened = await driver.popup();
    await opened.waitFor({ text: 'What is the key for?' });
    return opened;
  });
  await picture(popup, 'what-for');
  const page = await step('start', 'DoiT is picked; OpenAI’s page opens with the guide', () =>
    startGuide(driver, popup),
  );
  await picture(page, 'guide');
  await step('fill', 'The create dialog is filled: name, expiry, least permission', () =>
    fillDialog(page),
  );
  await picture(page, 'filled');
  await step('save', 'OpenAI shows the key; it is sealed in the vault', () => createKey(page));
  await picture(page, 'saved');
  const captured = await step('captured', 'Keyferry shows what was saved', () => anyPopup(driver));
  await captured.waitFor({ role: 'button', name: 'Send and verify' });
  await picture(captured, 'captured');
  const doit = await step('send', 'Send and verify; DoiT’s page comes to the front', () =>
    sendToDoit(driver, captured),
  );
  await picture(doit, 'doit');
  await step('fill-and-test', 'DoiT’s form is filled, and DoiT tests the key', () =>
    fillAndTest(doit),
  );
  await picture(doit, 'tested');
  await step('finish', 'Finished in DoiT', () => finish(doit));
  await picture(doit, 'finished');

  const ms = Math.round(performance.now() - started);
  const { clicks, keystrokes, log } = counter;
  const result = await driver.popup();
  const key = await until('prove the key', async () => {
    const { ok } = await ask<{ ok: AppState }>(result, 'app/state');
    const [newest] = ok.keys;
    return newest?.verification?.state === 'done' ? newest : undefined;
  });
  await result.waitFor({ text: 'In DoiT, tested.' });
  await picture(result, 'result');
  const [delivery] = key.deliveries;
  const report = key.verification?.report;
  return {
    recipe: 'doit',
    clicks: clicks - setup.clicks,
    keystrokes: keystrokes - setup.keystrokes,
    setup,
    tabSwitches: log.filter((line) => line.startsWith('switch')).length,
    clipboardUses: log.filter((line) => /\bcopy\b|\bpaste\b/i.test(line)).length,
    ms,
    steps,
    captured: { kind: key.kind, redacted: key.redacted },
    deliveries: key.deliveries.map(({ label, state, proof }) => ({
      destination: label,
      state,
      proof,
    })),
    verification: {
      outcome: key.verification?.outcome ?? 'indeterminate',
      missing: report?.missing ?? [],
      excess: report?.excess ?? [],
      unknown: report?.unknown ?? [],
      checked: `${report?.checked ?? 0} of ${report?.total ?? 0}`,
    },
    receipt: delivery?.receipt,
    screenshots,
  };
}
