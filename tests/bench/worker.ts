import { ask, PASSPHRASE } from '../e2e/journey.ts';
import { inTurns, judge, sample, timed, type Bench } from './measure.ts';
import { heapOf } from './heap.ts';
import { withWorlds } from './worlds.ts';

/** B13 and B14: the worker's first answer after it was ended, and what it holds in memory. */
export const worker: Bench = {
  id: 'B13',
  isQuick: true,
  run: ({ rounds }) =>
    withWorlds(async ({ ours, empty }) => {
      const app = await ours.appPage();
      const bare = await empty.appPage();
      await ask(app, 'vault/create', { passphrase: PASSPHRASE });
      const samples = await inTurns(
        {
          Keyferry: async () => {
            await ours.killWorker();
            return timed(() => ask(app, 'app/state'));
          },
          'an empty worker': async () => {
            await empty.killWorker();
            return timed(() => ask(bare, 'ping'));
          },
        },
        rounds,
      );
      await ask(app, 'app/state');
      const heap = await heapOf(ours, 'service_worker', 'chrome-extension://');
      return [
        judge(samples, {
          id: 'B13',
          what: 'the worker is started, and answers what the popup asks',
          ours: 'Keyferry',
          base: 'an empty worker',
          atMost: 3,
        }),
        judge(
          { worker: sample([heap]) },
          {
            id: 'B14',
            what: 'memory of the worker',
            unit: 'bytes',
            ours: 'worker',
            atMost: 10_000_000,
          },
        ),
      ];
    }),
};
