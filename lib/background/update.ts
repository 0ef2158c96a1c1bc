import { browser } from '@/lib/browser';
import { isFinished, type Delivery } from '@/lib/domain/delivery';
import type { Memory } from './memory';
import type { Services } from './services';

/**
 * True when an update of the extension would lose nothing. It ends every script of ours in pages,
 * so it waits for a running guide, a delivery under way and a key that is not saved.
 */
export function mayUpdate(
  { guides, held, offers }: Pick<Memory, 'guides' | 'held' | 'offers'>,
  deliveries: readonly Delivery[],
): boolean {
  const guiding = Object.values(guides).some(({ captured }) => captured?.state !== 'saved');
  const delivering = deliveries.some((row) => !isFinished(row) && row.state !== 'waiting');
  return held.length === 0 && !guiding && !delivering && offers.length === 0;
}

const AWAKE = 20_000;
let awake: ReturnType<typeof setInterval> | undefined;

/**
 * Takes an update that waits, as soon as it may. Until then the worker is kept awake: the browser
 * installs an update when the worker sleeps.
 */
export async function updateWhenIdle({ memory, db }: Services): Promise<void> {
  const remembered = await memory.read();
  if (!remembered.updateWaits) return;
  clearInterval(awake);
  if (mayUpdate(remembered, await db.deliveries.unfinished())) browser.runtime.reload();
  else awake = setInterval(() => void browser.runtime.getPlatformInfo(), AWAKE);
}
