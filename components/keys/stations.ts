import type { DeliveryView, KeyView, VerificationView } from '@/lib/domain/views';
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
    guide: key.recipeId === undefined ? 'skipped' : 'done',
    save: 'done',
    deliver: deliverState(latestDelivery(key)),
    prove: proveState(key.verification),
  };
}

/** The delivery that the person is thinking of: the one that changed last. */
export function latestDelivery(key: KeyView): DeliveryView | undefined {
  return [...key.deliveries].sort((a, b) => b.updatedAt - a.updatedAt)[0];
}

function deliverState(delivery: DeliveryView | undefined): StationState {
  switch (delivery?.state) {
    case undefined:
    case 'undone':
      return 'current';
    case 'confirmed':
      return 'done';
    case 'failed':
      // An unread test is a question to the person, not a no.
      return delivery.reason === 'product_test_unread' ? 'attention' : 'failed';
    case 'waiting':
      return 'attention';
    case 'queued':
    case 'planned':
    case 'undoing':
    case 'sending':
    case 'sent':
    case 'confirming':
      return 'working';
  }
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
