import type { Delivery } from './delivery';
import type { VerificationRow } from './verification';

/** What can be said of how a key stands, the most urgent first. Each has its sentence, `ui.keyHealth.<code>`. */
export const KEY_HEALTHS = ['broken', 'expired', 'expiring', 'unsent', 'unproved', 'well'] as const;
/** One of {@link KEY_HEALTHS}. */
export type KeyHealth = (typeof KEY_HEALTHS)[number];

/** How long before its end a key counts as expiring, in milliseconds. */
export const EXPIRING_WITHIN = 14 * 24 * 60 * 60_000;

/** What a key's health follows from. */
export interface HealthFacts {
  /** When the key ends; epoch milliseconds. */
  readonly expiresAt?: number | undefined;
  readonly deliveries: readonly Pick<
    Delivery,
    'destinationId' | 'state' | 'reason' | 'updatedAt'
  >[];
  readonly proof?: Pick<VerificationRow, 'outcome' | 'broke'> | undefined;
}

/**
 * How a key stands: everything that holds of it, or `well` alone.
 * @param now epoch milliseconds
 */
export function healthsOf(facts: HealthFacts, now: number): readonly KeyHealth[] {
  const { expiresAt = Infinity, deliveries, proof } = facts;
  const latest = deliveries.filter(
    (one) =>
      !deliveries.some(
        (other) => other.destinationId === one.destinationId && other.updatedAt > one.updatedAt,
      ),
  );
  const holds: Readonly<Record<KeyHealth, boolean>> = {
    broken: proof?.outcome === 'rejected' || proof?.broke !== undefined || latest.some(isRefused),
    expired: expiresAt <= now,
    expiring: expiresAt > now && expiresAt <= now + EXPIRING_WITHIN,
    unsent: latest.every(({ state }) => state === 'failed' || state === 'undone'),
    unproved: proof?.outcome !== 'verified' && proof?.outcome !== 'rejected',
    well: false,
  };
  const found = KEY_HEALTHS.filter((each) => holds[each]);
  return found.length > 0 ? found : ['well'];
}

/** What the person ended, or was asked about a test that nobody could read, is no failure of the key's. */
function isRefused({ state, reason }: HealthFacts['deliveries'][number]): boolean {
  return state === 'failed' && reason !== 'cancelled' && reason !== 'product_test_unread';
}
