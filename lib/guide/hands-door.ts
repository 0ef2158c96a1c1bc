import { send } from '@/lib/messaging/client';
import type { Tools } from './hands-tools';

const DOOR = 'keyferry:hands';

/** Opens the door to the other script of this page; both live in our isolated world, which the page can't see. */
export function offerHands(offer: Tools): void {
  Object.assign(globalThis, { [DOOR]: offer });
}

/**
 * What fills a page in and writes texts about it. It comes with the first press that needs it: who
 * only follows the steps never loads it.
 */
export async function tools(): Promise<Tools> {
  if (!offered()) await send('guide/hands', {});
  const found = offered();
  if (!found) throw new Error('Not loaded.');
  return found;
}

function offered(): Tools | undefined {
  return (globalThis as Record<string, unknown>)[DOOR] as Tools | undefined;
}
