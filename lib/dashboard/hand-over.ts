import type { ApiKey } from '@/lib/domain/api-key';
import type { CaptureAnswer } from '@/lib/messaging/briefs';
import { insist } from '@/lib/messaging/insist';

/**
 * Hands a visible key to the background and keeps it until that is acknowledged.
 * @returns what became of the key; undefined when it is the person's to decide (no guide runs).
 * @throws KeyferryError when the background refuses it. Rejects with the signal's reason when aborted.
 */
export async function handOver(
  key: ApiKey,
  pressed: boolean,
  signal: AbortSignal,
): Promise<CaptureAnswer | undefined> {
  const lastFour = key.slice(-4);
  if (!pressed && !(await insist('key/visible', { lastFour }, signal)).capture) return undefined;
  return insist('key/capture', { value: key, pressed }, signal);
}
