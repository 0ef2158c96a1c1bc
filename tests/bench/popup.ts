import type { ChromiumDriver } from '../e2e/harness/chromium-driver.ts';
import { launchChromium } from '../e2e/harness/chromium.ts';
import { startStandin } from '../standin/server.ts';
import { makeEmptyExtension } from './empty-extension.ts';
import { inTurns, judge, type Bench } from './measure.ts';
import { withKeys } from './with-keys.ts';

/** Opens the popup's page in a tab. @returns from the start of its loading to a painted button, in milliseconds. */
async function open(driver: ChromiumDriver, address: string): Promise<number> {
  const page = await driver.context.newPage();
  await page.addInitScript(() => {
    const look = () => {
      const button = document.querySelector(
        'main button:not([disabled]), #root button:not([disabled])',
      );
      if (!button) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.addEventListener('message', () => {
          Object.assign(globalThis, { paintedAt: performance.now() });
        });
        painted.port1.start();
        painted.port2.postMessage(0);
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true, attributes: true });
  });
  await page.goto(address);
  const handle = await page.waitForFunction(() => (globalThis as { paintedAt?: number }).paintedAt);
  const painted = await handle.jsonValue();
  await page.close();
  return painted ?? Number.NaN;
}

async function addressOf(driver: ChromiumDriver): Promise<string> {
  const page = await driver.appPage('popup.html');
  const address = await page.url();
  await page.close();
  return address;
}

/** B8: the popup from nothing to something to press, beside React alone. */
export const popup: Bench = {
  id: 'B8',
  run: async ({ rounds, isQuick }) => {
    const standin = await startStandin();
    const extension = await makeEmptyExtension();
    const bare = await launchChromium({ standin, extensionPath: extension.path });
    try {
      const contest = (count: number) =>
        withKeys(standin, count, async (ours) => {
          const [mine, plain] = await Promise.all([ours, bare].map(addressOf));
          return inTurns(
            {
              Keyferry: () => open(ours, mine ?? ''),
              'React alone': () => open(bare, plain ?? ''),
            },
            rounds,
          );
        });
      const many = isQuick ? 1_000 : 10_000;
      return [
        judge(await contest(0), {
          id: 'B8',
          what: 'the popup to interactive, empty vault',
          ours: 'Keyferry',
          base: 'React alone',
          atMost: 1.3,
        }),
        judge(await contest(many), {
          id: 'B8',
          what: `the popup to interactive, ${many} keys`,
          ours: 'Keyferry',
          base: 'React alone',
          atMost: 2,
        }),
      ];
    } finally {
      await bare.close();
      await extension.remove();
      await standin.close();
    }
  },
};
