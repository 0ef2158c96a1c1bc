import {
  portalReceipt,
  portalReported,
  portalText,
  type PortalRecipe,
} from '@/lib/delivery/portal';
import type { Delivery } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import type { PortalBrief } from '@/lib/messaging/briefs';
import type { deliveryMessages } from '@/lib/messaging/delivery-messages';
import type { Handlers } from '@/lib/messaging/router';
import { deliveryView, verificationView } from './delivery-views';
import { destinationViews } from './destination-views';
import { portalOf } from './portals';
import type { Services } from './services';

/** The use cases of deliveries: what our pages ask for, and what a product's own page reports. */
export function createDeliveryHandlers(
  services: Services,
): Pick<Handlers, keyof typeof deliveryMessages> {
  const { vault, memory, outbox, proving, db, book } = services;

  /** @throws KeyferryError `wrong_key_kind` when the destination does not take such a key. */
  async function requireFit(itemId: string, destinationId: string): Promise<void> {
    const item = await vault.item(itemId);
    const [destination] = (await destinationViews(vault, await book.read())).filter(
      ({ id }) => id === destinationId,
    );
    if (!item) throw new KeyferryError('unknown_item');
    if (!destination) throw new KeyferryError('unknown_destination');
    if (!destination.accepts.includes(item.kind)) {
      throw new KeyferryError('wrong_key_kind', [destination.label, ...destination.accepts]);
    }
  }

  /** The unfinished delivery that a portal's page assists with. */
  async function portalDelivery(tabId: number | undefined): Promise<Delivery> {
    const rows = (await db.deliveries.all()).filter((row) => row.tabId === tabId);
    const [latest] = rows.toSorted((a, b) => b.createdAt - a.createdAt);
    if (!latest) throw new KeyferryError('unknown_item');
    return latest;
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
      await memory.change(() => ({ currentKeyId: itemId }));
      const deliveryId = await outbox.send(itemId, destinationId);
      await proving.start(itemId);
      return { deliveryId };
    },
    async 'delivery/retry'({ deliveryId }) {
      await vault.touch();
      await outbox.retry(deliveryId);
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
    async 'portal/brief'(_request, { tabId }): Promise<PortalBrief> {
      const delivery = await portalDelivery(tabId);
      const { product, portal } = await recipeOf(delivery);
      const proof = await db.verifications.get(delivery.itemId);
      return {
        deliveryId: delivery.id,
        product,
        portal,
        delivery: await deliveryView(vault, await book.read(), delivery),
        ...(proof ? { verification: await verificationView(vault, proof) } : {}),
      };
    },
    async 'portal/fill'(_request, { tabId }) {
      const delivery = await portalDelivery(tabId);
      if (delivery.state === 'failed') {
        await outbox.apply(delivery.id, { type: 'retried' });
        await outbox.apply(delivery.id, { type: 'started' });
      } else if (delivery.state === 'confirmed') {
        throw new KeyferryError('not_allowed');
      }
      return { text: portalText(await recipeOf(delivery), await vault.reveal(delivery.itemId)) };
    },
    async 'portal/report'({ report }, { tabId }) {
      const delivery = await portalDelivery(tabId);
      await portalReported(outbox, delivery, await recipeOf(delivery), report, services.now());
      if (report === 'finished') await services.changed();
      return null;
    },
  };
}
