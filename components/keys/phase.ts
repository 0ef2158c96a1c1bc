import { isRunning } from '@/lib/domain/delivery';
import type { DeliveryView, DestinationView, KeyView } from '@/lib/domain/views';
import { currentDeliveries } from './stations';

/** What a key's view asks of the person. */
export type Phase = 'ready' | 'sending' | 'done' | 'stopped' | 'unread';

/** The most pressing first, for a key that is on its way to several places. */
const PRESSING = ['sending', 'unread', 'stopped', 'done'] as const;

/** What a key's view asks of the person now. */
export function phaseOf(key: KeyView): Phase {
  const phases = currentDeliveries(key).map(deliveryPhase);
  return PRESSING.find((phase) => phases.includes(phase)) ?? 'ready';
}

/** What one delivery asks of the person now. */
export function deliveryPhase(delivery: DeliveryView): Exclude<Phase, 'ready'> {
  const { reason, state } = delivery;
  if (state === 'confirmed' || state === 'undone') return 'done';
  if (isRunning(delivery)) return 'sending';
  return reason === 'product_test_unread' ? 'unread' : 'stopped';
}

/** Whether a destination takes this kind of key. */
export function takes(destination: DestinationView, key: KeyView): boolean {
  return destination.accepts.includes(key.kind);
}

/**
 * The destinations to offer for a key, and the one to start with. A product's own form is
 * offered only for keys that were made for this product. A recipe that is not from the catalogue
 * starts with none: where its key goes is the person's own choice.
 */
export function choicesFor(
  key: KeyView,
  destinations: readonly DestinationView[],
): { readonly offered: readonly DestinationView[]; readonly first: DestinationView | undefined } {
  const own = destinations.find((destination) => isPortalOf(destination, key));
  const rest = destinations.filter(({ adapter }) => adapter !== 'portal');
  const offered = own === undefined ? rest : [own, ...rest];
  const fitting = offered.filter((destination) => takes(destination, key));
  if (key.fromCatalogue === false) return { offered, first: undefined };
  const first = own ?? (fitting.length === 1 ? fitting[0] : undefined);
  return { offered, first: first && takes(first, key) ? first : undefined };
}

function isPortalOf(destination: DestinationView, key: KeyView): boolean {
  if (destination.adapter !== 'portal') return false;
  if (key.recipeId !== undefined && destination.id === `portal:${key.recipeId}`) return true;
  // Names are believed of packaged recipes only: anybody can call a product like another.
  const packaged = destination.fromCatalogue && key.fromCatalogue === true;
  return packaged && destination.label === key.product;
}

/** What fills the `$1` and `$2` of a stopped delivery's sentence. */
export function reasonWords(
  delivery: DeliveryView,
  destination: DestinationView | undefined,
): readonly string[] {
  return delivery.reason === 'wrong_key_kind'
    ? [delivery.label, ...(destination?.accepts ?? [])]
    : [delivery.label];
}
