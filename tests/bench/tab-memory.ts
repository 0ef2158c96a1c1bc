import type { ChromiumDriver } from '../e2e/harness/chromium-driver.ts';
import { API_KEYS } from '../e2e/journey.ts';
import { heapOf } from './heap.ts';
import { inTurns, judge, type Bench } from './measure.ts';
import { withWorlds } from './worlds.ts';

async function opened(driver: ChromiumDriver): Promise<number> {
  const page = await driver.context.newPage();
  await page.goto(API_KEYS, { waitUntil: 'load' });
  await page.getByRole('button').first().waitFor();
  const held = await heapOf(driver, 'page', API_KEYS);
  await page.close();
  return held;
}

/** Goes from address to address within the app, as its own links do. @returns bytes held before and after. */
async function wandered(driver: ChromiumDriver, times: number): Promise<[number, number]> {
  const page = await driver.context.newPage();
  await page.goto(API_KEYS, { waitUntil: 'load' });
  const wander = (count: number) =>
    page.evaluate(async (left) => {
      for (let at = 0; at < left; at += 1) {
        history.pushState(undefined, '', at % 2 ? '/api-keys' : '/settings/organization/general');
        window.dispatchEvent(new PopStateEvent('popstate'));
        await new Promise((done) => setTimeout(done, 0));
      }
      history.pushState(undefined, '', '/api-keys');
    }, count);
  await wander(50);
  const before = await heapOf(driver, 'page', 'https://platform.openai.com/');
  await wander(times);
  const after = await heapOf(driver, 'page', 'https://platform.openai.com/');
  await page.close();
  return [before, after];
}

/** B14: what a tab of OpenAI’s holds more, also after many pages in it. */
export const tabMemory: Bench = {
  id: 'B14',
  run: ({ rounds, isQuick }) =>
    withWorlds(async ({ ours, empty }) => {
      const held = await inTurns(
        { Keyferry: () => opened(ours), 'an empty script': () => opened(empty) },
        Math.min(rounds, 5),
      );
      const more = await inTurns(
        {
          'more than an empty script': () =>
            (held['Keyferry']?.median ?? 0) - (held['an empty script']?.median ?? 0),
        },
        1,
      );
      const times = isQuick ? 200 : 2_000;
      const growth = async (driver: ChromiumDriver) => {
        const [before, after] = await wandered(driver, times);
        return after / before;
      };
      const grown = await inTurns(
        { Keyferry: () => growth(ours), 'an empty script': () => growth(empty) },
        1,
      );
      return [
        judge(more, {
          id: 'B14',
          what: 'memory of a tab, more than with an empty script',
          unit: 'bytes',
          ours: 'more than an empty script',
          atMost: 2_000_000,
        }),
        judge(grown, {
          id: 'B14',
          what: `growth of a tab by ${times} navigations`,
          unit: 'count',
          ours: 'Keyferry',
          base: 'an empty script',
          atMost: 1.05,
        }),
      ];
    }),
};
