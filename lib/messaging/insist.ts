import { browser } from '@/lib/browser';
import { KeyferryError } from '@/lib/domain/errors';
import { send } from './client';
import type { MessageAnswer, MessageName, MessageRequest } from './protocol';

const FIRST_WAIT = 100;
const LONGEST_WAIT = 5_000;

/**
 * Sends a message until the background answers it, with growing waits: a worker that dies in
 * between is woken by the next try. Only for messages that may be repeated.
 * @throws KeyferryError with the background's code. Rejects with the signal's reason when aborted,
 * and with the browser's error once this script is orphaned.
 */
export async function insist<N extends MessageName>(
  name: N,
  request: MessageRequest<N>,
  signal: AbortSignal,
): Promise<MessageAnswer<N>> {
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    signal.throwIfAborted();
    try {
      return await send(name, request);
    } catch (error) {
      if (error instanceof KeyferryError || isOrphaned()) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, wait);
      });
    }
  }
}

/** True once the extension was updated or removed under this script: nothing can be sent any more. */
export function isOrphaned(): boolean {
  return browser.runtime?.id === undefined;
}
