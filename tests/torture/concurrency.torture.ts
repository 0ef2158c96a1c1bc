import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaptureAnswer } from '@/lib/messaging/briefs';
import type { ChromiumDriver } from '../e2e/harness/chromium-driver';
import { launchChromium } from '../e2e/harness/chromium';
import { ask, PASSPHRASE } from '../e2e/journey';
import { fakeKeyValue } from '../standin/key-store';
import { startStandin, type Standin } from '../standin/server';
import { chance, note, times } from './figures';

let standin: Standin;
let driver: ChromiumDriver;
beforeAll(async () => {
  standin = await startStandin();
  driver = await launchChromium({ standin });
});
afterAll(async () => {
  await driver.close();
  await standin.close();
});

test('two popups and a page at once, while the worker dies: one item for each key', async () => {
  const random = chance('concurrency');
  const panels = [
    await driver.appPage('popup.html'),
    await driver.appPage('popup.html'),
    await driver.appPage(),
  ];
  const [first] = panels;
  if (!first) throw new Error('There is no page.');
  await ask(first, 'vault/create', { passphrase: PASSPHRASE });
  const keys = Array.from({ length: Math.ceil(times(1_000) / 4) }, () => fakeKeyValue('project'));
  const items = new Map<string, Set<string>>();
  let left = times(1_000);
  let deaths = 0;
  const work = panels.map(async (panel) => {
    while (left > 0) {
      left -= 1;
      const text = keys[Math.floor(random() * keys.length)] ?? '';
      const dies = random() < 0.01;
      // A worker that died does not answer; whether it had saved is seen at the end.
      const asked = ask<{ ok?: CaptureAnswer }>(panel, 'key/paste', { text }).catch(
        () => undefined,
      );
      if (dies) {
        deaths += 1;
        await driver.killWorker();
      }
      const answer = await asked;
      if (answer?.ok?.state !== 'saved') continue;
      items.set(text, (items.get(text) ?? new Set()).add(answer.ok.itemId));
    }
  });
  await Promise.all(work);
  const twice = [...items.values()].filter((ids) => ids.size !== 1).length;
  note(
    'operations of two popups and a page',
    `${times(1_000)}, ${deaths} deaths of the worker`,
    '',
  );
  note('keys that became two items', `${twice} of ${items.size}`, '0');
  expect(twice).toBe(0);
  await ask(first, 'vault/unlock', { passphrase: PASSPHRASE });
  for (const [text, ids] of items) {
    const again = await ask<{ ok: CaptureAnswer }>(first, 'key/paste', { text });
    expect(again.ok).toMatchObject({ state: 'saved', itemId: [...ids][0] });
  }
});
