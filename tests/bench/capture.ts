import { fakeKey } from '../unit/fake-key.ts';
import type { ChromiumDriver } from '../e2e/harness/chromium-driver.ts';
import type { Panel } from '../e2e/harness/driver.ts';
import { API_KEYS, ask, PASSPHRASE } from '../e2e/journey.ts';
import { inTurns, judge, type Bench } from './measure.ts';
import { withWorlds } from './worlds.ts';

const TIMES = 10;

/** From a page's message to the moment at which the worker has it on the disk, in milliseconds: the mean of some. */
async function untilCommitted(
  driver: ChromiumDriver,
  page: Panel,
  all: readonly unknown[],
): Promise<number> {
  let sum = 0;
  for (const message of all) {
    await driver.evaluateInWorker(() => Object.assign(globalThis, { committedAt: undefined }));
    const sentAt = await page.evaluate(async (text) => {
      const { chrome } = globalThis as never as {
        chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
      };
      const now = performance.timeOrigin + performance.now();
      await chrome.runtime.sendMessage(text);
      return now;
    }, message);
    sum +=
      (await driver.evaluateInWorker(
        () => (globalThis as { committedAt?: number }).committedAt ?? 0,
      )) - sentAt;
  }
  return sum / all.length;
}

/** Notes in a worker when a row of a key, or the bare one, was committed. */
function noteCommits(driver: ChromiumDriver): Promise<void> {
  return driver.evaluateInWorker(() => {
    const { prototype } = IDBDatabase;
    const begin = Object.getOwnPropertyDescriptor(prototype, 'transaction')
      ?.value as IDBDatabase['transaction'];
    prototype.transaction = function transaction(stores, mode, options) {
      const tx = begin.call(this, stores, mode, options);
      const isOfKeys =
        tx.objectStoreNames.contains('inbox') || tx.objectStoreNames.contains('rows');
      if (mode === 'readwrite' && isOfKeys) {
        tx.addEventListener('complete', () => {
          // The first is the one that saves it.
          (globalThis as { committedAt?: number }).committedAt ??=
            performance.timeOrigin + performance.now();
        });
      }
      return tx;
    };
  });
}

/** Puts a key into a page as a reveal dialog does, until the worker hears of it. In milliseconds. */
async function untilHeard(driver: ChromiumDriver, url: string, key: string): Promise<number> {
  const page = await driver.context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  await page.getByRole('button').first().waitFor();
  await driver.evaluateInWorker(() => {
    Object.assign(globalThis, { seenAt: undefined });
  });
  const shownAt = await page.evaluate((value) => {
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    dialog.innerHTML = '<h2>Save your key</h2><input readonly><button>Done</button>';
    const [field] = dialog.getElementsByTagName('input');
    if (field) field.value = value;
    document.body.append(dialog);
    return performance.timeOrigin + performance.now();
  }, key);
  const heardAt = await driver.evaluateInWorker(async () => {
    const notes = globalThis as { seenAt?: number };
    while (notes.seenAt === undefined) await new Promise((done) => setTimeout(done, 5));
    return notes.seenAt;
  });
  await page.close();
  return heardAt - shownAt;
}

/** Notes in our worker when a page tells of a key; the extension's own listeners are left alone. */
function listen(driver: ChromiumDriver): Promise<void> {
  return driver.evaluateInWorker(() => {
    const { chrome } = globalThis as never as {
      chrome: {
        runtime: {
          onMessage: { addListener(listener: (message: { name?: string }) => void): void };
        };
      };
    };
    chrome.runtime.onMessage.addListener((message) => {
      if (message.name !== 'key/visible') return;
      Object.assign(globalThis, { seenAt: performance.timeOrigin + performance.now() });
    });
  });
}

/** B5 and B11: from a key on the page to the worker, and from there to the disk. */
export const capture: Bench = {
  id: 'B5',
  isQuick: true,
  run: ({ rounds }) =>
    withWorlds(async ({ ours, empty }) => {
      // A page that shows nothing: ours would read what is new after each key.
      const app = await ours.appPage('manifest.json');
      const bare = await empty.appPage('manifest.json');
      await ask(app, 'vault/create', { passphrase: PASSPHRASE });
      let made = 0;
      const key = () => fakeKey('proj', `BENCH${(made += 1)}x`);
      await Promise.all([noteCommits(ours), noteCommits(empty)]);
      const pastes = () =>
        Array.from({ length: TIMES }, () => ({ name: 'key/paste', request: { text: key() } }));
      const puts = Array.from({ length: TIMES }, () => 'put');
      const commits = await inTurns(
        {
          'message, seal, commit': () => untilCommitted(ours, app, pastes()),
          'message, bare put': () => untilCommitted(empty, bare, puts),
        },
        rounds,
      );
      await listen(ours);
      const heard = await inTurns(
        {
          Keyferry: () => untilHeard(ours, API_KEYS, key()),
          'an observer that looks at everything': () =>
            untilHeard(empty, `${API_KEYS}?naive`, key()),
        },
        rounds,
      );
      return [
        judge(heard, {
          id: 'B5',
          what: 'key on the page to the worker knows',
          ours: 'Keyferry',
          base: 'an observer that looks at everything',
          atMost: 1.5,
        }),
        judge(commits, {
          id: 'B11',
          what: 'a key sealed and committed, beside a bare strict put',
          ours: 'message, seal, commit',
          base: 'message, bare put',
          atMost: 3,
        }),
      ];
    }),
};
