import {
  mayFill,
  mayFillAgain,
  portalReported,
  portalText,
  type PortalRecipe,
} from '@/lib/delivery/portal';
import type { Delivery } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import type { PortalBrief } from '@/lib/messaging/briefs';
import type { MessageName } from '@/lib/messaging/protocol';
import type { Handlers } from '@/lib/messaging/router';
import { deliveryView, verificationView } from './delivery-views';
import { openApp } from './pages';
import { byItself, keepAddress, portalOf } from './portals';
import type { Services } from './services';

type PortalName = Extract<MessageName, `portal/${string}`>;

/** The use cases of a product's own page: what its script asks for and reports, and where it is. */
export function createPortalHandlers(services: Services): Pick<Handlers, PortalName> {
  const { vault, memory, outbox, db, book } = services;

  /** The latest delivery that a portal's page assists with. */
  async function deliveryIn(tabId: number | undefined): Promise<Delivery> {
    const rows = (await db.deliveries.inTabs()).filter((row) => row.tabId === tabId);
    const [latest] = rows.toSorted((a, b) => b.createdAt - a.createdAt);
    if (!latest) throw new KeyferryError('unknown_item');
    return latest;
  }

  async function recipeOf(destinationId: string): Promise<PortalRecipe> {
    const recipe = portalOf(destinationId, await book.read());
    if (!recipe) throw new KeyferryError('unknown_destination');
    return recipe;
  }

  return {
    async 'portal/address'({ destinationId, address }) {
      await keepAddress(vault, await recipeOf(destinationId), address, services.now());
      await memory.touch();
      return null;
    },
    async 'portal/brief'(_request, { tabId }): Promise<PortalBrief> {
      const delivery = await deliveryIn(tabId);
      const recipe = await recipeOf(delivery.destinationId);
      const { product, portal, place, proof } = recipe;
      const { origin } = (await book.read()).find(recipe.id) ?? {};
      const enough =
        origin === 'catalogue' &&
        // While locked nothing is filled in, and the card says so.
        (await byItself(services, recipe, delivery, services.now()).catch(() => undefined));
      const proved = await db.verifications.get(delivery.itemId);
      return {
        deliveryId: delivery.id,
        product,
        portal,
        place,
        ...(proof.note ? { proof: proof.note } : {}),
        ...(enough ? { byItself: enough } : {}),
        delivery: await deliveryView(vault, await book.read(), delivery),
        ...(proved ? { verification: await verificationView(vault, proved) } : {}),
      };
    },
    async 'portal/fill'(_request, { tabId }) {
      const delivery = await deliveryIn(tabId);
      if (!mayFill(delivery)) throw new KeyferryError('not_allowed');
      const recipe = await recipeOf(delivery.destinationId);
      return { text: portalText(recipe, await vault.reveal(delivery.itemId)) };
    },
    async 'portal/again'(_request, { tabId }) {
      const delivery = await deliveryIn(tabId);
      if (!mayFillAgain(delivery, services.now())) throw new KeyferryError('fill_over');
      await outbox.apply(delivery.id, { type: 'retried' });
      await outbox.apply(delivery.id, { type: 'started' });
      return null;
    },
    async 'portal/show-key'(_request, { tabId }) {
      const delivery = await deliveryIn(tabId);
      await openApp(`#keys/${encodeURIComponent(delivery.itemId)}`);
      return null;
    },
    async 'portal/report'({ report }, { tabId }) {
      const delivery = await deliveryIn(tabId);
      const recipe = await recipeOf(delivery.destinationId);
      await portalReported(outbox, delivery, recipe, report, services.now());
      if (report === 'finished') await services.changed();
      return null;
    },
  };
}
