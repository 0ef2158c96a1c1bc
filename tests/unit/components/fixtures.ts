import { USUAL_CHECKING } from '@/lib/domain/checking';
import { USUAL_LOCKING } from '@/lib/domain/locking';
import type { AppState, DeliveryView, KeyView } from '@/lib/domain/views';

/** A saved DoiT key that was not sent yet. */
export function key(more: Partial<KeyView> = {}): KeyView {
  return {
    id: 'key-1',
    kind: 'admin',
    redacted: 'sk-admin-…w8ZP',
    recipeId: 'doit',
    product: 'DoiT',
    fromCatalogue: true,
    createdAt: Date.UTC(2026, 10, 22),
    warnings: [],
    tags: [],
    lostFacts: 0,
    deliveries: [],
    ...more,
  };
}

/** A delivery to DoiT's own form. */
export function delivery(more: Partial<DeliveryView> = {}): DeliveryView {
  return {
    id: 'delivery-1',
    destinationId: 'portal:doit',
    label: 'DoiT',
    state: 'sending',
    createdAt: 1,
    updatedAt: 1,
    ...more,
  };
}

/** An unlocked vault without keys. */
export function state(more: Partial<AppState> = {}): AppState {
  return {
    vault: 'unlocked',
    passkeys: [],
    locking: USUAL_LOCKING,
    checking: USUAL_CHECKING,
    beingChecked: 0,
    broken: [],
    sealedWhileLocked: 0,
    keyVisible: false,
    onOpenAi: false,
    recipes: [],
    recentRecipeIds: [],
    damagedRecipeIds: [],
    keys: [],
    keyCount: 0,
    discarded: [],
    removed: [],
    destinations: [],
    damagedDestinations: [],
    underWay: 0,
    ...more,
  };
}
