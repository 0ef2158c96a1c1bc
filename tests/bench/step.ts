import type { Page } from 'playwright';
import { bundled } from './bundle.ts';
import { inTurns, judge, type Bench, type Sample } from './measure.ts';
import { withPlainBrowser } from './worlds.ts';

/** Ours and the tour libraries. */
const PEERS = {
  Keyferry: 'peers/keyferry.ts',
  'driver.js': 'peers/driver.ts',
  'shepherd.js': 'peers/shepherd.ts',
  'intro.js': 'peers/intro.ts',
  'react-joyride': 'peers/joyride.tsx',
} as const;

/** A page as large as a dashboard: 1 500 elements, of which some can be pointed at. */
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><body style="font-family:sans-serif">${Array.from(
  { length: 300 },
  (_, row) =>
    `<section><h2>Row ${row}</h2><p>What it is <b>for</b></p><button class="at">Open ${row}</button></section>`,
).join('')}`;

/** Shows a step, waits until it was painted, and takes it away. In milliseconds. */
function paintStep(page: Page, step: number): Promise<number> {
  return page.evaluate(async (at) => {
    const { bench } = globalThis as never as {
      bench: { show(step: number, anchor: Element): void; isShown(): boolean; stop(): void };
    };
    const anchors = document.querySelectorAll('.at');
    // What runs in the page brings all that it needs along.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const frame = () => new Promise<unknown>((done) => requestAnimationFrame(done));
    const shown = async (showing: number) => {
      const anchor = anchors[showing];
      if (!anchor) throw new Error('The page has no such element');
      // Each begins at the start of a frame.
      await frame();
      const start = performance.now();
      bench.show(showing, anchor);
      do await frame();
      while (!bench.isShown());
      const painted = new MessageChannel();
      await new Promise((done) => {
        painted.port1.addEventListener('message', done, { once: true });
        painted.port1.start();
        painted.port2.postMessage(0);
      });
      return performance.now() - start;
    };
    const first = await shown(0);
    const next = at > 0 ? await shown(1) : first;
    bench.stop();
    await frame();
    return next;
  }, step);
}

/** A tab for each of the contestants, with its script in a page as large as a dashboard. */
export async function contestants(
  browser: Parameters<Parameters<typeof withPlainBrowser>[0]>[0],
): Promise<Record<string, Page>> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const pages: Record<string, Page> = {};
  for (const [name, entry] of Object.entries(PEERS)) {
    const page = await context.newPage();
    await page.setContent(PAGE);
    await page.evaluate(() => {
      Object.assign(globalThis, {
        chrome: { runtime: { id: 'x' }, i18n: { getMessage: (word: string) => word } },
      });
    });
    await page.addScriptTag({ content: await bundled(entry) });
    pages[name] = page;
  }
  return pages;
}

/** The fastest of those that are not ours. */
export function fastestOf(samples: Readonly<Record<string, Sample>>): string {
  const peers = Object.entries(samples).filter(([name]) => name !== 'Keyferry');
  return peers.toSorted(([, a], [, b]) => a.median - b.median)[0]?.[0] ?? '';
}

/** B4: from what says that a step begins to its card on screen, beside four tour libraries. */
export const step: Bench = {
  id: 'B4',
  isQuick: true,
  run: ({ rounds }) =>
    withPlainBrowser(async (browser) => {
      const pages = await contestants(browser);
      const contest = (at: number) =>
        inTurns(
          Object.fromEntries(
            Object.entries(pages).map(([name, page]) => [
              name,
              async () => {
                await page.bringToFront();
                return paintStep(page, at);
              },
            ]),
          ),
          rounds * 2,
        );
      const results = [];
      for (const [at, what] of ['a first step', 'the next step'].entries()) {
        const samples = await contest(at);
        const fastest = fastestOf(samples);
        results.push(
          judge(samples, {
            id: 'B4',
            what: `${what} to painted, beside the fastest (${fastest})`,
            ours: 'Keyferry',
            base: fastest,
            atMost: 1,
          }),
        );
      }
      return results;
    }),
};
