import type { Route } from '@/lib/delivery/outbox';
import { portalRecipeId, portalRoute, type PortalPages } from '@/lib/delivery/portal';
import { KeyferryError } from '@/lib/domain/errors';
import type { Io } from '@/lib/http';
import { ADAPTERS } from '@/lib/destinations/registry';
import type { DestinationSettings } from '@/lib/messaging/destination-messages';
import type { Vault } from '@/lib/vault/vault';
import { atOwnAddress, portalOf } from './portals';
import type { RecipeBookStore } from './recipe-book';

/** The adapter of a configured destination. */
export function adapterFor(id: DestinationSettings['adapter']) {
  return ADAPTERS[id];
}

/** Finds the way to a destination: an adapter with its sealed settings, or a product's own page. */
export function createRoutes(vault: Vault, book: RecipeBookStore, io: Io, pages: PortalPages) {
  return async function routeTo(destinationId: string): Promise<Route> {
    const recipe = portalOf(destinationId, await book.read());
    if (recipe) return portalRoute(await atOwnAddress(vault, recipe), pages);
    if (portalRecipeId(destinationId) !== undefined) throw new KeyferryError('unknown_destination');
    const saved = await vault.readDestination<DestinationSettings>(destinationId);
    if (!saved) throw new KeyferryError('unknown_destination');
    const adapter = adapterFor(saved.adapter);
    const { settings } = saved;
    return {
      origin: adapter.origin(settings),
      async deliver({ operationId }, key) {
        await adapter.deliver({ operationId, key: await key(), settings }, io);
        return 'sent';
      },
      confirm: ({ operationId }) => adapter.confirm({ operationId, settings }, io),
    };
  };
}
