import { KeyferryError } from '@/lib/domain/errors';
import type { VaultDb } from './db';
import type { Tries } from './rows';

const FREE_TRIES = 5;
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 60 * 60_000;

/**
 * Counts a try before it is made, so that neither tries at the same time nor a worker that dies
 * gets one free. After five wrong ones each takes a wait: 30 s, doubled up to an hour.
 * @throws KeyferryError too_many_tries with the seconds to wait; such a try is not counted.
 */
export async function countTry(db: VaultDb, now: number): Promise<void> {
  await db.write(['meta'], async (tx) => {
    const meta = tx.objectStore('meta');
    const tries = ((await meta.get('tries')) ?? { count: 0, last: now }) as Tries;
    const left = leftOf(tries, now);
    if (left > 0) throw new KeyferryError('too_many_tries', [String(Math.ceil(left / 1000))]);
    await meta.put({ count: tries.count + 1, last: now }, 'tries');
  });
}

/** When the next try may be made, in epoch milliseconds; undefined when at once. */
export async function nextTryAt(db: VaultDb, now: number): Promise<number | undefined> {
  const tries = await db.read(['meta'], (tx) => tx.objectStore('meta').get('tries'));
  const left = tries === undefined ? 0 : leftOf(tries as Tries, now);
  return left > 0 ? now + left : undefined;
}

/** Forgets wrong tries after a right one. */
export async function forgetTries(db: VaultDb): Promise<void> {
  await db.write(['meta'], (tx) => tx.objectStore('meta').delete('tries'));
}

function leftOf({ count, last }: Tries, now: number): number {
  // A clock that was set back starts the wait again, and no longer one.
  return waitAfter(count) - Math.max(0, now - last);
}

function waitAfter(count: number): number {
  if (count < FREE_TRIES) return 0;
  return Math.min(FIRST_WAIT * 2 ** (count - FREE_TRIES), LONGEST_WAIT);
}
