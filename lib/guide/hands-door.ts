import { send } from '@/lib/messaging/client';
import type { Hands } from './hands-tools';

const DOOR = 'keyferry:hands';

/** Opens the door to the other script of this page; both live in our isolated world, which the page can't see. */
export function offerHands(tools: Hands): void {
  Object.assign(globalThis, { [DOOR]: tools });
}

/**
 * What fills a page in and writes texts about it. It comes with the first press that needs it: who
 * only follows the steps never loads it.
 */
export async function hands(): Promise<Hands> {
  if (!offered()) await send('guide/hands', {});
  const tools = offered();
  if (!tools) throw new Error('The script that fills was not loaded.');
  return tools;
}

function offered(): Hands | undefined {
  return (globalThis as Record<string, unknown>)[DOOR] as Hands | undefined;
}
