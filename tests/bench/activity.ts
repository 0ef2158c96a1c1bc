import { bundled } from './bundle.ts';
import { inTurns, judge, type Bench } from './measure.ts';
import { withPlainBrowser } from './worlds.ts';

interface InPage {
  readonly bench: {
    prepare(count: number): void;
    run(which: 'ours' | 'bare'): Promise<number>;
  };
}

/** B15: the activity log's chain is checked, beside one HMAC for each entry. */
export const activity: Bench = {
  id: 'B15',
  run: ({ rounds, isQuick }) =>
    withPlainBrowser(async (browser) => {
      const count = isQuick ? 1_000 : 10_000;
      const page = await browser.newPage();
      // WebCrypto is there only where nobody listens in.
      await page.goto('chrome://version');
      await page.evaluate(await bundled('in-page/log-check.ts'));
      await page.evaluate((many) => (globalThis as never as InPage).bench.prepare(many), count);
      const run = (which: 'ours' | 'bare') =>
        page.evaluate((name) => (globalThis as never as InPage).bench.run(name), which);
      const samples = await inTurns(
        { Keyferry: () => run('ours'), 'HMAC alone': () => run('bare') },
        rounds,
      );
      return [
        judge(samples, {
          id: 'B15',
          what: `${count} entries of the log are checked`,
          ours: 'Keyferry',
          base: 'HMAC alone',
          atMost: 2,
        }),
      ];
    }),
};
