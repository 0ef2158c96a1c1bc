import type { ApiKey } from '@/lib/domain/api-key';
import type { CaptureAnswer } from '@/lib/messaging/briefs';
import { insist } from '@/lib/messaging/insist';

/**
 * Hands a visible key to the background, if that wants it, and keeps it until that is acknowledged.
 * @returns what became of the key; undefined when it is the person's to decide (no guide runs).
 * @throws KeyferryError when the background refuses it. Rejects with the signal's reason when aborted.
 */
export async function handOver(
  key: ApiKey,
  signal: AbortSignal,
): Promise<CaptureAnswer | undefined> {
  const { capture } = await insist('key/visible', { lastFour: key.slice(-4) }, signal);
  return capture ? insist('key/capture', { value: key, pressed: false }, signal) : undefined;
}
