import { ask, PASSPHRASE } from '../e2e/journey.ts';
import { launchChromium, launchPlainChromium } from '../e2e/harness/chromium.ts';
import { scriptOf } from '../locate/bundle.ts';
import { resolve } from 'node:path';
import { startStandin, type Standin } from '../standin/server.ts';
import { judgeGrowth, sample, timed, type Bench, type Growth, type Options } from './measure.ts';
import { storm } from './storm.ts';
import { IN_PAGES, traced } from './trace.ts';
import { FIRST_PAGE, withKeys } from './with-keys.ts';
import { withWorlds } from './worlds.ts';

type Measure = (at: number) => Promise<number>;

/** The median of some tries at each amount. */
async function pointsOf(
  amounts: readonly number[],
  rounds: number,
  measure: Measure,
): Promise<Growth['points']> {
  const points = [];
  for (const at of amounts) {
    const values = [];
    for (let round = 0; round < rounds; round += 1) values.push(await measure(at));
    points.push({ at, value: Math.max(sample(values).median, 0.01) });
  }
  return points;
}

/** The first page of the list, and the state that every page asks for, against the number of keys. */
async function byKeys(standin: Standin, { isQuick, rounds }: Options): Promise<Growth[]> {
  const amounts = isQuick ? [10, 100, 1_000] : [10, 100, 1_000, 10_000, 100_000];
  const lists: { at: number; value: number }[] = [];
  const states: { at: number; value: number }[] = [];
  for (const at of amounts) {
    await withKeys(standin, at, async (driver) => {
      const page = await driver.appPage('manifest.json');
      const median = async (name: string, request: object) => {
        const values = [];
        for (let round = 0; round < rounds; round += 1) {
          values.push(await timed(() => ask(page, name, request)));
        }
        return sample(values).median;
      };
      lists.push({ at, value: await median('keys/list', FIRST_PAGE) });
      states.push({ at, value: await median('app/state', {}) });
    });
  }
  return [
    { title: 'First page of the list', by: 'keys', unit: 'ms', points: lists },
    { title: 'What the popup asks', by: 'keys', unit: 'ms', points: states },
  ];
}

/** The state that every page asks for, against the number of configured destinations. */
async function byDestinations(standin: Standin, { isQuick, rounds }: Options): Promise<Growth> {
  const driver = await launchChromium({ standin });
  try {
    const page = await driver.appPage('manifest.json');
    await ask(page, 'vault/create', { passphrase: PASSPHRASE });
    let made = 0;
    const measure: Measure = async (at) => {
      for (; made < at; made += 1) {
        const secret = `whsec_${Buffer.from('FAKE'.repeat(8)).toString('base64')}`;
        const settings = { address: `https://hook-${made}.example`, name: 'KEY', secret };
        await ask(page, 'destination/save', {
          adapter: 'webhook',
          label: `Hook ${made}`,
          settings,
        });
      }
      return timed(() => ask(page, 'app/state'));
    };
    const amounts = isQuick ? [1, 10] : [1, 10, 100];
    const points = await pointsOf(amounts, rounds, measure);
    return { title: 'What the popup asks', by: 'destinations', unit: 'ms', points };
  } finally {
    await driver.close();
  }
}

/** Reading a page, against its elements. */
async function byPageSize({ isQuick, rounds }: Options): Promise<Growth> {
  const browser = await launchPlainChromium();
  try {
    const page = await browser.newPage();
    await page.setContent('<!doctype html><html lang="en"><body></body></html>');
    await page.evaluate(await scriptOf(resolve(import.meta.dirname, 'in-page/read-page.ts')));
    const measure: Measure = (at) =>
      page.evaluate((elements) => {
        const row =
          '<tr><td><a href="#">A key</a></td><td>sk-…abcd</td><td><button>Edit</button></td></tr>';
        document.body.innerHTML = `<main><button>Create new secret key</button><table>${row.repeat(elements / 6)}</table></main>`;
        const { readOnce } = globalThis as never as { readOnce(): void };
        const start = performance.now();
        for (let again = 0; again < 5; again += 1) readOnce();
        return (performance.now() - start) / 5;
      }, at);
    const amounts = isQuick ? [300, 3_000] : [300, 1_000, 3_000, 10_000, 30_000];
    const points = await pointsOf(amounts, rounds, measure);
    return { title: 'Reading a page', by: 'elements of the page', unit: 'ms', points };
  } finally {
    await browser.close();
  }
}

/** How long the always-on script has a core in a page that changes, against how often it does. */
function byMutations({ isQuick, rounds }: Options): Promise<Growth> {
  return withWorlds(async ({ ours }) => {
    const page = await ours.context.newPage();
    await page.goto('https://platform.openai.com/api-keys', { waitUntil: 'load' });
    const amounts = isQuick ? [500, 2_000] : [500, 1_000, 2_000, 4_000, 8_000];
    const measure: Measure = async (at) =>
      (await traced(ours, IN_PAGES, () => storm(page, 'none', at / 20))).scriptMs;
    const points = await pointsOf(amounts, Math.min(rounds, 5), measure);
    return { title: 'Our script in a page that changes', by: 'changes', unit: 'ms', points };
  });
}

/** How costs follow the number of keys and destinations, the size of a page, and how often it changes. */
export const growth: Bench = {
  id: 'G',
  run: async (options) => {
    const standin = await startStandin();
    try {
      const all = [
        ...(await byKeys(standin, options)),
        await byDestinations(standin, options),
        await byPageSize(options),
        await byMutations(options),
      ];
      return all.map((each) =>
        judgeGrowth(
          {
            id: 'G',
            what: `${each.title} by ${each.by}: the exponent of its growth`,
            atMost: 1.15,
          },
          each,
        ),
      );
    } finally {
      await standin.close();
    }
  },
};
