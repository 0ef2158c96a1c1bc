import {
  portalReceipt,
  portalReported,
  portalText,
  type PortalRecipe,
} from '@/lib/delivery/portal';
import type { Delivery } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import type { Handlers } from '@/lib/messaging/router';
import type { PortalBrief } from '@/lib/messaging/briefs';
import { browser } from '@/lib/browser';
import { appState, deliveryView, destinationViews, verificationView } from './app-state';
import { dashboardInFront, inject, tell } from './pages';
import { portalOf } from './portals';
import { createRecipeHandlers } from './recipes';
import { revocationOf } from './revocation';
import type { Services } from './services';
import { LOCK_ALARM } from './wake';

/** Message name → use case. */
export function createHandlers(services: Services): Handlers {
  const { vault, memory, outbox, proving, guides, capture, db, book } = services;

  async function afterUnlock(): Promise<void> {
    const deadline = await vault.deadline();
    if (deadline !== undefined) await browser.alarms.create(LOCK_ALARM, { when: deadline });
    await services.resume();
    await services.changed();
    const { pendingRecipeId } = await memory.read();
    if (pendingRecipeId) await guides.start(pendingRecipeId);
  }

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
    ...createRecipeHandlers(services),

    'app/state': () => appState(services),

    async 'vault/create'({ passphrase }) {
      await vault.create(passphrase);
      await afterUnlock();
      return vault.status();
    },
    async 'vault/unlock'({ passphrase }) {
      await vault.unlock(passphrase);
      await afterUnlock();
      return vault.status();
    },
    async 'vault/lock'() {
      await vault.lock();
      await memory.touch();
      return null;
    },

    async 'guide/start'({ recipeId, replaces }) {
      await vault.touch();
      if ((await vault.status()) === 'unlocked') await guides.start(recipeId, replaces);
      else await memory.change(() => ({ pendingRecipeId: recipeId }));
      return null;
    },
    async 'guide/revoke'({ itemId }) {
      await vault.touch();
      await guides.startRevoke(await revocationOf(services, itemId));
      return null;
    },
    async 'guide/return'() {
      await guides.goBack();
      return null;
    },
    async 'guide/end'() {
      const { guides: running } = await memory.read();
      await Promise.all(Object.keys(running).map((tabId) => guides.end(Number(tabId))));
      return null;
    },

    async 'key/save-visible'() {
      const front = await dashboardInFront();
      const shown = front && (await tell(front.id, { name: 'key/read' }));
      const value = (shown as { value?: unknown } | undefined)?.value;
      if (!front || typeof value !== 'string') throw new KeyferryError('no_key_visible');
      const answer = await capture.fromPage(value, true, front.id);
      await services.changed();
      return answer;
    },
    async 'key/paste'({ text, recipeId }) {
      await vault.touch();
      const answer = await capture.fromPaste(text, recipeId);
      await services.changed();
      return answer;
    },
    async 'key/dismiss'({ itemId }) {
      await memory.change(({ currentKeyId }) => ({
        currentKeyId: currentKeyId === itemId ? undefined : currentKeyId,
      }));
      await services.changed();
      return null;
    },

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
    async 'verification/again'({ itemId }) {
      await vault.touch();
      await proving.start(itemId);
      return null;
    },

    async 'destination/save'(settings) {
      const destinationId = crypto.randomUUID();
      await vault.putDestination(destinationId, settings);
      await memory.touch();
      return { destinationId };
    },
    async 'destination/remove'({ destinationId }) {
      await vault.removeDestination(destinationId);
      await memory.touch();
      return null;
    },

    async 'page/hello'(_request, { tabId }) {
      if (tabId === undefined) return null;
      await memory.changeOffers(tabId, false);
      await guides.arrive(tabId);
      return null;
    },
    async 'key/visible'({ lastFour }, { tabId }) {
      if (tabId === undefined) return { capture: false };
      const guide = (await memory.read()).guides[String(tabId)];
      // What the person did not make themselves is theirs to decide about.
      if (guide && !guide.captured) return { capture: guide.armed === true };
      // Two of our scripts look at the page: the other one was first.
      if (guide?.captured?.redacted.endsWith(lastFour)) return { capture: false };
      // Another key than the one that the last guide saved: that guide is over.
      if (guide) await guides.end(tabId);
      await memory.changeOffers(tabId, true);
      await inject('guide', tabId);
      return { capture: false };
    },
    async 'key/capture'({ value, pressed }, { tabId }) {
      if (tabId === undefined) throw new KeyferryError('not_allowed');
      const answer = await capture.fromPage(value, pressed, tabId);
      await services.changed();
      return answer;
    },
    async 'key/gone'(_request, { tabId }) {
      if (tabId !== undefined) await memory.changeOffers(tabId, false);
      return null;
    },
    'guide/brief': (_request, { tabId }) => guides.brief(tabId ?? -1),
    async 'guide/report'({ step, total, sentence, chosen }, { tabId }) {
      if (tabId === undefined) return null;
      await memory.changeGuide(
        tabId,
        (guide) => guide && { ...guide, step, total, sentence, ...(chosen ? { chosen } : {}) },
      );
      return null;
    },
    async 'guide/armed'(_request, { tabId }) {
      if (tabId !== undefined) {
        await memory.changeGuide(tabId, (guide) => guide && { ...guide, armed: true });
      }
      return null;
    },
    async 'guide/hands'(_request, { tabId }) {
      if (tabId !== undefined) await inject('hands', tabId);
      return null;
    },
    async 'guide/again'(_request, { tabId }) {
      if (tabId !== undefined) await guides.again(tabId);
      return null;
    },
    async 'guide/stop'(_request, { tabId }) {
      if (tabId !== undefined) await guides.end(tabId);
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
