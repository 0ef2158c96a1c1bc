import type { Page } from 'playwright';
import { API_KEYS } from '../e2e/journey.ts';
import { inTurns, judge, type Bench } from './measure.ts';
import { withWorlds } from './worlds.ts';

type Observer = 'none' | 'no-op' | 'querySelectorAll' | 'innerText';

/** Has an element of a large page change 20 times in each of some batches. @returns the time of all its tasks, in milliseconds. */
export async function storm(page: Page, observer: Observer, batches = 100): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const tasks = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
  const before = await tasks();
  await page.evaluate(
    async ([kind, count]) => {
      document.body.innerHTML = '<div id="storm"></div>';
      const place = document.querySelector('#storm');
      if (!place) return;
      place.innerHTML = '<p><b>word</b></p>'.repeat(2_500);
      const looks = {
        none: undefined,
        'no-op': () => undefined,
        querySelectorAll: () => document.querySelectorAll('input,[role=dialog]').length,
        innerText: () => document.body.innerText.includes('sk-'),
      };
      const look = looks[kind];
      const observing = look && new MutationObserver(look);
      observing?.observe(document, {
        childList: true,
        subtree: true,
        attributes: true,
        characterData: true,
      });
      for (let batch = 0; batch < count; batch += 1) {
        for (let at = 0; at < 20; at += 1) {
          const line = document.createElement('p');
          line.textContent = `line ${batch} ${at}`;
          place.append(line);
        }
        await new Promise((done) => setTimeout(done, 0));
      }
      // What was put off is done by then.
      await new Promise((done) => setTimeout(done, 300));
      observing?.disconnect();
    },
    [observer, batches] as const,
  );
  const spent = (await tasks()) - before;
  await session.detach();
  return spent;
}

/** B6: what a page costs more that never stops changing, beside observers that others use. */
export const mutationStorm: Bench = {
  id: 'B6',
  run: ({ rounds }) =>
    withWorlds(async ({ ours, empty }) => {
      const [mine, plain] = await Promise.all(
        [ours, empty].map(async ({ context }) => {
          const page = await context.newPage();
          await page.goto(API_KEYS, { waitUntil: 'load' });
          return page;
        }),
      );
      if (!mine || !plain) throw new Error('No page was opened.');
      const samples = await inTurns(
        {
          Keyferry: () => storm(mine, 'none'),
          'no observer': () => storm(plain, 'none'),
          'no-op observer': () => storm(plain, 'no-op'),
          querySelectorAll: () => storm(plain, 'querySelectorAll'),
          innerText: () => storm(plain, 'innerText'),
        },
        rounds,
      );
      return [
        judge(samples, {
          id: 'B6',
          what: '2 000 changes of a page without a guide',
          ours: 'Keyferry',
          base: 'no-op observer',
          atMost: 2,
        }),
      ];
    }),
};
