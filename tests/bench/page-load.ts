import { API_KEYS } from '../e2e/journey.ts';
import type { ChromiumDriver } from '../e2e/harness/chromium-driver.ts';
import { inTurns, judge, sample, type Bench } from './measure.ts';
import { IN_PAGES, traced } from './trace.ts';
import { withWorlds } from './worlds.ts';

const ELSEWHERE = 'https://console.doit.com/';

/** Loads a page anew, and counts what the extension's scripts took of it. */
async function load(driver: ChromiumDriver, url: string, slower = 1) {
  const page = await driver.context.newPage();
  const session = await driver.context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const cost = await traced(driver, IN_PAGES, async () => {
    await page.goto(url, { waitUntil: 'load' });
    if (url === API_KEYS) await page.getByRole('button').first().waitFor();
  });
  await page.close();
  return cost;
}

/** B2 and B3: what a page of OpenAI’s without a guide costs more, and any other page. */
export const pageLoad: Bench = {
  id: 'B2',
  run: ({ rounds }) =>
    withWorlds(async ({ ours, empty }) => {
      const longest: number[] = [];
      const elsewhere: number[] = [];
      const samples = await inTurns(
        {
          Keyferry: async () => (await load(ours, API_KEYS)).scriptMs,
          'an empty script': async () => (await load(empty, API_KEYS)).scriptMs,
          'Keyferry, CPU ×4': async () => {
            const { scriptMs, longestMs } = await load(ours, API_KEYS, 4);
            longest.push(longestMs);
            return scriptMs;
          },
          'an empty script, CPU ×4': async () => (await load(empty, API_KEYS, 4)).scriptMs,
          elsewhere: async () => {
            elsewhere.push((await load(ours, ELSEWHERE)).calls);
            return 0;
          },
        },
        rounds,
      );
      const { elsewhere: _none, ...loads } = samples;
      return [
        judge(loads, {
          id: 'B2',
          what: 'script time added to a page without a guide',
          ours: 'Keyferry',
          base: 'an empty script',
          atMost: 1.5,
        }),
        judge(
          { 'longest task': sample(longest) },
          {
            id: 'B2',
            what: 'the longest task with a script of ours in it, CPU ×4',
            ours: 'longest task',
            atMost: 50,
          },
        ),
        judge(
          { calls: sample(elsewhere) },
          {
            id: 'B3',
            what: 'scripts of ours on other sites',
            unit: 'count',
            ours: 'calls',
            atMost: 0,
          },
        ),
      ];
    }),
};
