import { browser } from '@/lib/browser';
import { KeyferryError } from '@/lib/domain/errors';
import type { ApiKey } from '@/lib/domain/api-key';
import { send } from '@/lib/messaging/client';
import type { CaptureAnswer } from '@/lib/messaging/briefs';

const FIRST_WAIT = 100;
const LONGEST_WAIT = 5_000;

/**
 * Hands a visible key to the background and keeps it until that is acknowledged: a worker that
 * dies in between is woken by the next try.
 * @returns what became of the key; undefined when it is the person's to decide (no guide runs).
 * @throws KeyferryError when the background refuses it. Rejects with the signal's reason when aborted.
 */
export async function handOver(
  key: ApiKey,
  pressed: boolean,
  signal: AbortSignal,
): Promise<CaptureAnswer | undefined> {
  return persist(async () => {
    if (!pressed && !(await send('key/visible', {})).capture) return undefined;
    return send('key/capture', { value: key, pressed });
  }, signal);
}

/** Repeats an exchange with the background until it is answered, with growing waits. */
async function persist<T>(exchange: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    signal.throwIfAborted();
    try {
      return await exchange();
    } catch (error) {
      if (error instanceof KeyferryError || isOrphaned()) throw error;
      await delay(wait);
    }
  }
}

/** True once the extension was updated or removed under this script: nothing can be sent any more. */
export function isOrphaned(): boolean {
  return browser.runtime?.id === undefined;
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
