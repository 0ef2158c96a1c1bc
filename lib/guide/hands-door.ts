import { send } from '@/lib/messaging/client';
import type { Hands } from './hands-tools';

const DOOR = 'keyferry:hands';

/** Opens the door to the other script of this page; both live in our isolated world, which the page can't see. */
export function offerHands(hands: Hands): void {
  Object.assign(globalThis, { [DOOR]: hands });
}

/**
 * What fills a page in and writes texts about it. It comes with the first press that needs it: who
 * only follows the steps never loads it.
 */
export async function hands(): Promise<Hands> {
  const here = () => (globalThis as Record<string, unknown>)[DOOR] as Hands | undefined;
  if (!here()) await send('guide/hands', {});
  const found = here();
  if (!found) throw new Error('The script that fills was not loaded.');
  return found;
}
