import type { Delivery, DeliveryEvent, Receipt } from '@/lib/domain/delivery';
import { isFinished } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import type { Route, Try } from './route';

/** How one try tells what happened; each resolves after a strict commit. */
export interface Steps {
  /** Several in one commit, where no act comes between them. */
  apply(...events: DeliveryEvent[]): Promise<Delivery>;
  confirm(receipt: Receipt): Promise<void>;
  /** Called before the first request: wakes us should the worker die at work. */
  rescue(): void;
}

/**
 * One try: plans before the first request that writes, and asks whether it arrived before any later
 * one. Each row is committed before the act that its state names.
 * @throws KeyferryError whatever stopped it
 */
export async function attempt(row: Delivery, route: Route, one: Try, steps: Steps): Promise<void> {
  if (row.state === 'undoing') return undo(row, route, one, steps);
  if (row.state !== 'queued' && (await route.isUnderWay?.(row))) return;
  steps.rescue();
  const isFirst = row.attempt === 0;
  const planned: DeliveryEvent[] = [];
  if (isFirst && route.plan) {
    const plan = await route.plan(row, one);
    planned.push({ type: 'planned', plan });
    // The person's word is for what they were shown.
    const isAnother = row.plan?.action === 'conflict' && row.plan.at !== plan.at;
    if (plan.action === 'conflict' && (!row.overwrite || isAnother)) {
      const shown = await steps.apply(...planned);
      if (shown.state !== 'planned') return;
      throw new KeyferryError('destination_conflict');
    }
  }
  const isSent = row.state === 'sent' || row.state === 'confirming';
  const started = await steps.apply(...planned, { type: isSent ? 'accepted' : 'started' });
  if (isFinished(started) || started.state === 'waiting') return;
  if (!isFirst || started.plan?.action === 'nothing') {
    // It may have arrived before the worker died or the answer was lost.
    const earlier = await route.confirm(started, one);
    if (earlier !== 'absent') return steps.confirm(earlier);
  }
  const key = async () => {
    await steps.apply({ type: 'handing' });
    return one.key();
  };
  const done = await route.deliver(started, { ...one, key });
  if (done === 'handed-over') return;
  const { written } = done;
  const confirming = await steps.apply({ type: 'accepted', written }, { type: 'confirming' });
  const receipt = await route.confirm(confirming, one);
  if (receipt === 'absent') throw new KeyferryError('destination_unavailable');
  await steps.confirm(receipt);
}

async function undo(row: Delivery, route: Route, one: Try, steps: Steps): Promise<void> {
  if (!route.undo) throw new KeyferryError('undo_unavailable');
  steps.rescue();
  await route.undo(row, one);
  await steps.apply({ type: 'undone' });
}
