import type { Delivery } from '@/lib/domain/delivery';
import type { VerificationRow } from '@/lib/domain/verification';
import type { Memory } from './memory';

/** What the toolbar button's sign is made of. */
export interface BadgeFacts extends Pick<Memory, 'held' | 'offers' | 'currentKeyId'> {
  /** A key was right before and is so no more. */
  readonly broken: boolean;
  /** The current key's. */
  readonly deliveries: readonly Pick<Delivery, 'state' | 'reason'>[];
  readonly proof: Pick<VerificationRow, 'outcome' | 'was'> | undefined;
}

/**
 * The sign on the toolbar button, for who has closed the popup: `!` when something stopped or is not
 * as needed, `1` while a key waits for a press or is on its way.
 */
export function badgeOf(facts: BadgeFacts): '' | '1' | '!' {
  const { broken, currentKeyId, deliveries, held, offers, proof } = facts;
  const stopped = deliveries.some(
    ({ state, reason }) => state === 'waiting' || (state === 'failed' && reason !== 'cancelled'),
  );
  // One that was right before says so by itself, until somebody looks at it.
  const isWrong = proof?.outcome === 'rejected' && proof.was !== 'verified';
  if (held.length > 0 || broken || stopped || isWrong) return '!';
  const isDone =
    deliveries.length > 0 &&
    deliveries.every(({ state }) => state === 'confirmed' || state === 'undone');
  return offers.length > 0 || (currentKeyId !== undefined && !isDone) ? '1' : '';
}
