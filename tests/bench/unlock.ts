import { ask, PASSPHRASE } from '../e2e/journey.ts';
import { startStandin } from '../standin/server.ts';
import { bundled } from './bundle.ts';
import { inTurns, judge, timed, type Bench } from './measure.ts';
import { traced } from './trace.ts';
import { FIRST_PAGE, withKeys } from './with-keys.ts';

type Derivation = 'ours' | 'hashWasm' | 'pbkdf2';

/** B9 and B10: an unlock beside its passphrase work alone; a search in many keys. */
export const unlock: Bench = {
  id: 'B9',
  run: async ({ rounds, isQuick }) => {
    const standin = await startStandin();
    const many = isQuick ? 1_000 : 10_000;
    try {
      return await withKeys(standin, many, async (driver) => {
        const app = await driver.appPage('manifest.json');
        const [page] = driver.context
          .pages()
          .filter((each) => each.url().endsWith('manifest.json'));
        await page?.evaluate(await bundled('in-page/kdf.ts'));
        const derive = (which: Derivation) =>
          page?.evaluate(
            (name) =>
              (
                globalThis as never as {
                  bench: { derive: Record<Derivation, () => Promise<number>> };
                }
              ).bench.derive[name](),
            which,
          ) ?? 0;
        const unlocked = async () => {
          await ask(app, 'vault/lock');
          return timed(() => ask(app, 'vault/unlock', { passphrase: PASSPHRASE }));
        };
        const samples = await inTurns(
          {
            'Argon2id alone': () => derive('ours'),
            unlock: unlocked,
            'hash-wasm': () => derive('hashWasm'),
            'PBKDF2, 600 000': () => derive('pbkdf2'),
            'the list after it': () => timed(() => ask(app, 'keys/list', FIRST_PAGE)),
          },
          rounds,
        );
        const list = await driver.appPage();
        await list.waitFor({ role: 'textbox', name: 'Search keys' });
        const typed: number[] = [];
        const searched = await inTurns(
          {
            'longest task': async () => {
              const { longestMs } = await traced(driver, /^chrome-extension:.*\/chunks\//, () =>
                list.type({ role: 'textbox', name: 'Search keys' }, '1'),
              );
              typed.push(longestMs);
              return longestMs;
            },
          },
          rounds,
        );
        return [
          judge(samples, {
            id: 'B9',
            what: `the part of an unlock that is passphrase work, ${many} keys`,
            ours: 'Argon2id alone',
            base: 'unlock',
            atLeast: 0.9,
          }),
          judge(searched, {
            id: 'B10',
            what: `a letter typed into the search of ${many} keys: the page’s longest task`,
            ours: 'longest task',
            atMost: 16.7,
          }),
        ];
      });
    } finally {
      await standin.close();
    }
  },
};
