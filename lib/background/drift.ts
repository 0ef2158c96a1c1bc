import type { Route } from '@/lib/delivery/route';
import type { ApiKey } from '@/lib/domain/api-key';
import type { Delivery, Receipt } from '@/lib/domain/delivery';
import { toWire, type ErrorCode } from '@/lib/domain/errors';
import type { Drift, Drifts } from '@/lib/domain/verification';

interface Deps {
  readonly rows: {
    of(itemId: string): Promise<{ readonly rows: readonly Delivery[] }>;
    to(destinationId: string): Promise<readonly Delivery[]>;
  };
  routeTo(delivery: Delivery): Promise<Route>;
  isAllowed(origins: readonly string[]): Promise<boolean>;
  receiptOf(deliveryId: string): Promise<Receipt | undefined>;
  reveal(itemId: string): Promise<ApiKey>;
  now(): number;
}

/** Somebody wrote there after Keyferry did. */
const CHANGED: readonly ErrorCode[] = ['destination_changed', 'destination_conflict'];

/**
 * Asks the places of a key whether they still hold what was delivered, as far as each can tell
 * without a change there. What Keyferry itself replaced since is no drift, and neither is what can't
 * be asked now: of that, what was found before stays.
 */
export function createDrift(deps: Deps) {
  async function lookAt(delivery: Delivery, before: Drift | undefined): Promise<Drift | undefined> {
    const what = await stateOf(delivery).catch(() => 'unknown' as const);
    if (what === 'unknown') return before;
    if (what === 'there') return undefined;
    return before?.what === what ? before : { what, at: deps.now() };
  }

  async function stateOf(delivery: Delivery): Promise<'there' | 'unknown' | Drift['what']> {
    const route = await deps.routeTo(delivery);
    // A form and a file can't be asked.
    if (!route.plan || !(await deps.isAllowed(route.origins))) return 'unknown';
    const one = { key: () => deps.reveal(delivery.itemId), signal: new AbortController().signal };
    try {
      if ((await route.confirm(delivery, one)) !== 'absent') return 'there';
      // Without what the place called it, only a place that compares the value can miss it.
      return delivery.written === undefined && delivery.proof !== 'value' ? 'unknown' : 'gone';
    } catch (error) {
      const { code } = toWire(error);
      if (CHANGED.includes(code)) return 'changed';
      return code === 'destination_missing' ? 'gone' : 'unknown';
    }
  }

  /** Whether a later delivery of ours went to the same secret. */
  async function isReplaced(delivery: Delivery): Promise<boolean> {
    const later = (await deps.rows.to(delivery.destinationId)).filter(
      ({ state, createdAt }) => state === 'confirmed' && createdAt > delivery.createdAt,
    );
    if (later.length === 0) return false;
    const reference = (await deps.receiptOf(delivery.id))?.reference;
    const others = await Promise.all(later.map(({ id }) => deps.receiptOf(id)));
    // A receipt that can't be read is no proof of another place.
    return others.some((receipt) => !receipt || !reference || receipt.reference === reference);
  }

  return {
    /** What has drifted of a key's deliveries, by their ids. */
    async look(itemId: string, before: Drifts): Promise<Drifts> {
      const drifts: Record<string, Drift> = {};
      for (const delivery of (await deps.rows.of(itemId)).rows) {
        if (delivery.state !== 'confirmed' || (await isReplaced(delivery))) continue;
        const found = await lookAt(delivery, before[delivery.id]);
        if (found) drifts[delivery.id] = found;
      }
      return drifts;
    },
  };
}
