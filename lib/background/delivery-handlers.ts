import { portalReceipt, type PortalRecipe } from '@/lib/delivery/portal';
import type { Delivery } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import type { MessageName } from '@/lib/messaging/protocol';
import type { Handlers } from '@/lib/messaging/router';
import { placeOf } from './destination-views';
import { bringBack } from './pages';
import { portalOf } from './portals';
import type { Services } from './services';

/** The use cases of deliveries. */
export function createDeliveryHandlers(
  services: Services,
): Pick<Handlers, Extract<MessageName, `delivery/${string}`>> {
  const { vault, memory, outbox, routes, proving, db, book } = services;

  /** @throws KeyferryError `wrong_key_kind` when the destination does not take such a key. */
  async function requireFit(itemId: string, destinationId: string): Promise<void> {
    const item = await vault.item(itemId);
    const destination = await placeOf(vault, await book.read(), destinationId);
    if (!item) throw new KeyferryError('unknown_item');
    if (!destination) throw new KeyferryError('unknown_destination');
    if (!destination.accepts.includes(item.kind)) {
      throw new KeyferryError('wrong_key_kind', [destination.label, ...destination.accepts]);
    }
  }

  async function requireRow(deliveryId: string): Promise<Delivery> {
    const row = await db.deliveries.get(deliveryId);
    if (!row) throw new KeyferryError('unknown_item');
    return row;
  }

  async function recipeOf({ destinationId }: Delivery): Promise<PortalRecipe> {
    const recipe = portalOf(destinationId, await book.read());
    if (!recipe) throw new KeyferryError('unknown_destination');
    return recipe;
  }

  return {
    async 'delivery/send'({ itemId, destinationId }) {
      await vault.touch();
      await requireFit(itemId, destinationId);
      const [deliveryId] = await Promise.all([
        outbox.send(itemId, destinationId),
        proving.start(itemId),
        memory.change(({ choices: { [itemId]: _sent, ...choices } }) => ({
          currentKeyId: itemId,
          choices,
        })),
      ]);
      return { deliveryId };
    },
    async 'delivery/retry'({ deliveryId }) {
      await vault.touch();
      await outbox.retry(deliveryId);
      return null;
    },
    async 'delivery/plan'({ itemId, destinationId }) {
      await requireFit(itemId, destinationId);
      return routes.planFor(itemId, destinationId);
    },
    async 'delivery/replace'({ deliveryId }) {
      await vault.touch();
      await outbox.retry(deliveryId, true);
      return null;
    },
    async 'delivery/show'({ deliveryId }) {
      const { tabId } = await requireRow(deliveryId);
      if (tabId !== undefined) await bringBack(tabId);
      return null;
    },
    async 'delivery/pause'({ deliveryId }) {
      await outbox.pause(deliveryId);
      return null;
    },
    async 'delivery/pause-all'() {
      await outbox.pauseAll();
      return null;
    },
    async 'delivery/cancel'({ deliveryId }) {
      await outbox.cancel(deliveryId);
      return null;
    },
    async 'delivery/plan-undo'({ deliveryId }) {
      return { undo: await routes.planUndo(await requireRow(deliveryId)) };
    },
    async 'delivery/undo'({ deliveryId }) {
      await vault.touch();
      await outbox.undo(deliveryId);
      return null;
    },
    async 'delivery/file'({ deliveryId }) {
      await vault.touch();
      const row = await requireRow(deliveryId);
      if (row.state !== 'sending') throw new KeyferryError('not_allowed');
      return routes.fileFor(row, () => vault.reveal(row.itemId));
    },
    async 'delivery/saved'({ deliveryId }) {
      const row = await requireRow(deliveryId);
      const { name } = await routes.fileFor(row, () => vault.reveal(row.itemId));
      await outbox.confirm(row.id, { reference: name, at: services.now(), proof: 'accepted' });
      return null;
    },
    async 'delivery/vouch'({ deliveryId, passed }, { tabId, rule }) {
      const row = await db.deliveries.get(deliveryId);
      if (!row || (rule === 'portal' && row.tabId !== tabId)) {
        throw new KeyferryError('unknown_item');
      }
      const receipt = portalReceipt(await recipeOf(row), 'confirmed-by-you', services.now());
      if (passed) await outbox.confirm(deliveryId, receipt);
      else await outbox.apply(deliveryId, { type: 'failed', reason: 'product_test_failed' });
      return null;
    },
  };
}
