import type { Handlers } from '@/lib/messaging/router';
import { watchHandlers } from './activity-acts';
import { createActivityHandlers } from './activity-handlers';
import { appState } from './app-state';
import { createDeliveryHandlers } from './delivery-handlers';
import { createDestinationHandlers } from './destination-handlers';
import { createGuideHandlers } from './guide-handlers';
import { createKeyHandlers } from './key-handlers';
import { createPortalHandlers } from './portal-handlers';
import { createRecipeHandlers } from './recipe-handlers';
import { createRecoveryHandlers } from './recovery-handlers';
import { createRevealHandlers } from './reveal-handlers';
import type { Services } from './services';
import { createVaultHandlers } from './vault-handlers';

/** Message name → use case. */
export function createHandlers(services: Services): Handlers {
  const handlers: Handlers = {
    'app/state': () => appState(services),
    ...createVaultHandlers(services),
    ...createKeyHandlers(services),
    ...createRevealHandlers(services),
    ...createGuideHandlers(services),
    ...createDeliveryHandlers(services),
    ...createPortalHandlers(services),
    ...createDestinationHandlers(services),
    ...createRecipeHandlers(services),
    ...createRecoveryHandlers(services),
    ...createActivityHandlers(services),
  };
  return watchHandlers(handlers, services);
}
