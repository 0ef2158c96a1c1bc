import { check, makeLog } from '../../unit/activity/world';

const encoder = new TextEncoder();

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs in a page: a log of so many entries is checked, and as much is hashed by WebCrypto alone. In milliseconds. */
function makeContest(count: number) {
  const log = makeLog(count);
  return {
    ours: () =>
      timed(() => {
        if (check(log).length > 0) throw new Error('The log should be whole.');
      }),
    bare: () =>
      timed(async () => {
        const key = await crypto.subtle.importKey(
          'raw',
          new Uint8Array(32),
          { name: 'HMAC', hash: 'SHA-256' },
          false,
          ['sign'],
        );
        for (const row of log.rows) {
          await crypto.subtle.sign('HMAC', key, encoder.encode(row.sealed.ct));
        }
      }),
  };
}

let contest: ReturnType<typeof makeContest> | undefined;

/** Makes the log once. */
export function prepare(count: number): void {
  contest = makeContest(count);
}

/** Runs one of the two. */
export const run = (which: 'ours' | 'bare'): Promise<number> => {
  if (!contest) throw new Error('Nothing was prepared.');
  return contest[which]();
};
