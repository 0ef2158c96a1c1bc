import type { DeliveryView, KeyView, VerificationView } from '@/lib/domain/views';
import type { Drift } from '@/lib/domain/verification';
import type { Station, StationState } from '../ui/line';

/** The stations of the line, in order; their words are `station.<name>`. */
export const STATIONS = ['guide', 'save', 'deliver', 'prove'] as const;
/** One of {@link STATIONS}. */
export type StationName = (typeof STATIONS)[number];

/** Where a thing is on the line. */
export type StationStates = Readonly<Record<StationName, StationState>>;

/** The line of a key that is being made with a guide. */
export const GUIDING: StationStates = {
  guide: 'current',
  save: 'todo',
  deliver: 'todo',
  prove: 'todo',
};

/** The line of a key that was seen and is not saved yet. */
export const UNSAVED: StationStates = { ...GUIDING, guide: 'skipped', save: 'current' };

/** Where a saved key is on its line. */
export function stationsOf(key: KeyView): StationStates {
  return {
    guide: key.recipeId === undefined && key.kind !== 'practice' ? 'skipped' : 'done',
    save: 'done',
    deliver: worst(
      currentDeliveries(key).map((delivery) =>
        driftOf(key, delivery) ? 'attention' : deliverState(delivery),
      ),
    ),
    prove: key.kind === 'practice' ? 'skipped' : proveState(key.verification),
  };
}

/** What a place holds in the stead of a delivery that had arrived. */
export function driftOf({ verification }: KeyView, { id, state }: DeliveryView): Drift | undefined {
  return state === 'confirmed' ? verification?.drifts?.[id] : undefined;
}

/** The delivery that changed last. */
function latestDelivery(key: KeyView): DeliveryView | undefined {
  return [...key.deliveries].sort((a, b) => b.updatedAt - a.updatedAt)[0];
}

const isOver = ({ state }: DeliveryView) => ['confirmed', 'failed', 'undone'].includes(state);

/** Deliveries that were queued within this time of each other come from one press, in milliseconds. */
const ONE_PRESS = 10_000;

/**
 * The deliveries that the person is thinking of: the one that changed last, what the same press sent
 * elsewhere, and whatever is still under way; the last one first, and one for each destination.
 */
export function currentDeliveries(key: KeyView): readonly DeliveryView[] {
  const latest = latestDelivery(key);
  if (!latest) return [];
  const isNear = ({ createdAt }: DeliveryView) =>
    Math.abs(createdAt - latest.createdAt) < ONE_PRESS;
  return key.deliveries
    .filter((one) => one === latestTo(key, one.destinationId))
    .filter((one) => one.state !== 'undone' && (one === latest || isNear(one) || !isOver(one)))
    .sort((a, b) => b.updatedAt - a.updatedAt);
}

function latestTo(key: KeyView, destinationId: string): DeliveryView | undefined {
  const there = key.deliveries.filter((one) => one.destinationId === destinationId);
  return latestDelivery({ ...key, deliveries: there });
}

function worst(states: readonly StationState[]): StationState {
  const order: readonly StationState[] = ['failed', 'attention', 'working', 'done'];
  return order.find((state) => states.includes(state)) ?? 'current';
}

function deliverState(delivery: DeliveryView): StationState {
  switch (deliveryKind(delivery)) {
    case 'over':
      return delivery.state === 'failed' ? 'failed' : 'done';
    case 'asks':
      return 'attention';
    case 'goes-on':
      return 'working';
  }
}

function deliveryKind({ state, reason }: DeliveryView): 'over' | 'asks' | 'goes-on' {
  // An unread test is a question to the person, not a no; so is what they ended themselves.
  if (reason === 'product_test_unread' || state === 'waiting') return 'asks';
  if (state === 'failed') return reason === 'cancelled' ? 'asks' : 'over';
  if (state === 'undoing' && reason !== undefined) return 'asks';
  return state === 'confirmed' || state === 'undone' ? 'over' : 'goes-on';
}

function proveState(verification: VerificationView | undefined): StationState {
  if (verification === undefined) return 'todo';
  if (verification.state !== 'done') return 'working';
  if (verification.outcome === 'rejected') return 'failed';
  const tooMuch = (verification.report?.excess.length ?? 0) > 0;
  return verification.outcome === 'verified' && !tooMuch ? 'done' : 'attention';
}

/** One word for a row: what a key waits for, if anything. */
export type Health = 'unsent' | 'working' | 'attention' | 'failed' | 'done';

/** The worst or most recent thing that can be said of a key. */
export function healthOf(key: KeyView): Health {
  const { deliver, prove } = stationsOf(key);
  const both = [deliver, prove];
  if (both.includes('failed')) return 'failed';
  if (both.includes('attention')) return 'attention';
  if (both.includes('working')) return 'working';
  return deliver === 'done' ? 'done' : 'unsent';
}

/** The states as the line draws them, with a function for their words. */
export function lineOf(
  states: StationStates,
  word: (name: StationName) => string,
): readonly Station[] {
  return STATIONS.map((name) => ({ name: word(name), state: states[name] }));
}
