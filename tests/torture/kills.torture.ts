import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaptureAnswer } from '@/lib/messaging/briefs';
import { launchChromium } from '../e2e/harness/chromium';
import type { Driver, LaunchOptions, Panel } from '../e2e/harness/driver';
import { findFirefox } from '../e2e/harness/find-firefox';
import { launchFirefox } from '../e2e/harness/firefox';
import { until } from '../e2e/harness/until';
import { ask, PASSPHRASE } from '../e2e/journey';
import { fakeKeyValue } from '../standin/key-store';
import { startStandin, type Standin } from '../standin/server';
import { chance, note, times } from './figures';

/** The longest time from the first capture to the end of the browser, in milliseconds. */
const LATEST = 600;
const hasFirefox = (await findFirefox()) !== undefined;
let standin: Standin;
beforeAll(async () => {
  standin = await startStandin();
});
afterAll(() => standin.close());

interface Ids {
  readonly inbox: string[];
  readonly records: string[];
}

/** Which keys are on the disk, whatever the extension says. */
function readIds(app: Panel): Promise<Ids> {
  return app.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done, fail) => {
      const open = indexedDB.open('keyferry');
      open.addEventListener('success', () => done(open.result));
      open.addEventListener('error', () => fail(new Error(String(open.error))));
    });
    const keysOf = (store: string) =>
      new Promise<string[]>((done) => {
        const all = db.transaction(store).objectStore(store).getAllKeys();
        all.addEventListener('success', () => done(all.result as string[]));
      });
    const ids = { inbox: await keysOf('inbox'), records: await keysOf('records') };
    db.close();
    return ids;
  });
}

/** The app page. Firefox refuses an extension's page for a moment after its start. */
function opened(driver: Driver): Promise<Panel> {
  return until('open the app page', () => driver.appPage());
}

/** Captures until the browser is gone. @returns the ids of what it said is saved. */
async function captureUntilKilled(driver: Driver, app: Panel, wait: number): Promise<string[]> {
  const saved: string[] = [];
  const gone = Promise.withResolvers<undefined>();
  const captures = (async () => {
    for (;;) {
      const asked = ask<{ ok?: CaptureAnswer }>(app, 'key/paste', {
        text: fakeKeyValue('project'),
      });
      // A browser that is killed never answers.
      const answer = await Promise.race([asked.catch(() => undefined), gone.promise]);
      if (!answer) break;
      if (answer.ok?.state === 'saved') saved.push(answer.ok.itemId);
    }
  })();
  await pause(wait);
  await driver.kill();
  gone.resolve(undefined);
  await captures;
  return saved;
}

test.each<[string, (options: LaunchOptions) => Promise<Driver>, number, boolean]>([
  ['Chromium', launchChromium, 100, true],
  ['Firefox', launchFirefox, 30, hasFirefox],
])('%s is killed during captures: nothing that was called saved is lost', async (...row) => {
  const [name, launch, full, isHere] = row;
  if (!isHere) return note(`kills, ${name}`, 'not run', `${full}`);
  const random = chance(`kills ${name}`);
  const profile = mkdtempSync(join(tmpdir(), 'keyferry-kills-'));
  const saved = new Set<string>();
  let starts = 0;
  try {
    for (let round = 0; round < times(full); round += 1) {
      const driver = await launch({ standin, profile });
      const app = await opened(driver);
      const present = round > 0 ? await readIds(app) : { inbox: [], records: [] };
      const ids = new Set([...present.inbox, ...present.records]);
      expect(
        [...saved].filter((id) => !ids.has(id)),
        `round ${round}`,
      ).toEqual([]);
      if (round === 0) await ask(app, 'vault/create', { passphrase: PASSPHRASE });
      // Every other time unlocked: then a capture is two transactions.
      else if (round % 2 === 0) await ask(app, 'vault/unlock', { passphrase: PASSPHRASE });
      starts += 1;
      for (const id of await captureUntilKilled(driver, app, random() * LATEST)) saved.add(id);
    }
    const driver = await launch({ standin, profile });
    const app = await opened(driver);
    expect(await ask(app, 'vault/unlock', { passphrase: PASSPHRASE })).toHaveProperty('ok');
    await ask(app, 'app/state');
    const { inbox, records } = await readIds(app);
    const lost = [...saved].filter((id) => !records.includes(id));
    note(`kills of ${name} at 0–${LATEST} ms`, `${starts}`, `${times(full)}`);
    note(`captures called saved, ${name}`, `${saved.size}, ${lost.length} lost`, '0 lost');
    note(`keys that did not open after it, ${name}`, `${inbox.length}`, '0');
    expect({ lost, inbox }).toEqual({ lost: [], inbox: [] });
    expect(saved.size).toBeGreaterThan(times(full));
    await driver.close();
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
});
