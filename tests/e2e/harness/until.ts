import { setTimeout as pause } from 'node:timers/promises';

/** Between two looks, growing: on a busy machine each look is itself a part of the load. */
const POLL_MS = { first: 50, most: 200, growth: 1.4 };
export const DEFAULT_TIMEOUT_MS = 10_000;

/** The page is closed: no use in trying again. */
export class PageClosed extends Error {
  override name = 'PageClosed';
}

/** Tries until the probe answers something; whatever it throws counts as "not yet", and is told at the end. */
export async function until<T>(
  what: string,
  probe: () => Promise<T | undefined>,
  timeoutMs = DEFAULT_TIMEOUT_MS,
): Promise<T> {
  const end = performance.now() + timeoutMs;
  let reason: unknown;
  let wait = POLL_MS.first;
  do {
    try {
      const answer = await probe();
      if (answer !== undefined) return answer;
    } catch (error) {
      if (error instanceof PageClosed) throw error;
      reason = error;
    }
    await pause(wait);
    wait = Math.min(wait * POLL_MS.growth, POLL_MS.most);
  } while (performance.now() < end);
  const last = reason instanceof Error ? `: ${reason.message}` : '';
  throw new Error(`Waited ${timeoutMs} ms to ${what}${last}`, { cause: reason });
}
