import type { Page } from 'playwright';
import { inTurns, judge, type Bench } from './measure.ts';
import { contestants, fastestOf } from './step.ts';
import { withPlainBrowser } from './worlds.ts';

/** Scrolls and resizes under a shown step, a little in each frame. @returns the time of all the page's tasks, in milliseconds. */
async function wander(page: Page, frames: number, isShown = true): Promise<number> {
  await page.bringToFront();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
  const move = (count: number) =>
    page.evaluate(async (left) => {
      for (let at = 0; at < left; at += 1) {
        scrollTo(0, 4 * (at % 60));
        if (at % 10 === 0) document.body.style.width = `${1_200 - (at % 40)}px`;
        await new Promise((done) => requestAnimationFrame(done));
      }
    }, count);
  const show = (step: boolean) =>
    page.evaluate((on) => {
      const { bench } = globalThis as never as {
        bench: { show(step: number, anchor: Element): void; stop(): void };
      };
      const [anchor] = document.querySelectorAll('.at');
      if (on && anchor) bench.show(0, anchor);
      else bench.stop();
    }, step);
  if (isShown) await show(true);
  await move(5);
  const before = await spent();
  await move(frames);
  const took = (await spent()) - before;
  if (isShown) await show(false);
  await session.detach();
  return took;
}

/** B7: what it costs that a card stays beside its control while the page scrolls and changes its width. */
export const reposition: Bench = {
  id: 'B7',
  run: ({ rounds, isQuick }) =>
    withPlainBrowser(async (browser) => {
      const frames = isQuick ? 60 : 240;
      const pages = await contestants(browser);
      const [bare] = Object.values(pages);
      const samples = await inTurns(
        {
          ...Object.fromEntries(
            Object.entries(pages).map(([name, page]) => [name, () => wander(page, frames)]),
          ),
          'no card': () => (bare ? wander(bare, frames, false) : 0),
        },
        rounds,
      );
      const { 'no card': _none, ...contest } = samples;
      const fastest = fastestOf(contest);
      return [
        judge(samples, {
          id: 'B7',
          what: `a card follows ${frames} frames of scrolling, beside the fastest (${fastest})`,
          ours: 'Keyferry',
          base: fastest,
          atMost: 1,
        }),
      ];
    }),
};
