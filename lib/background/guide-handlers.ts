import type { guideMessages } from '@/lib/messaging/guide-messages';
import type { Handlers } from '@/lib/messaging/router';
import { text } from '@/lib/text';
import { inject } from './pages';
import { revocationOf, settingsOf } from './revocation';
import type { Services } from './services';

/** The use cases of guides: what our pages start, and what the guided page reports. */
export function createGuideHandlers(
  services: Services,
): Pick<Handlers, keyof typeof guideMessages> {
  const { vault, memory, guides } = services;

  return {
    async 'guide/start'({ recipeId, replaces }) {
      await vault.touch();
      if ((await vault.status()) === 'unlocked') await guides.start(recipeId, replaces);
      else await memory.change(() => ({ pendingRecipeId: recipeId }));
      return null;
    },
    async 'guide/revoke'({ itemId }) {
      await vault.touch();
      await guides.startRevoke(await revocationOf(services, itemId));
      // It only chooses between two sentences: a guide must not fail for it.
      await services.verifying.noteRevoking(itemId).catch(() => undefined);
      return null;
    },
    async 'guide/edit'({ itemId }) {
      await vault.touch();
      await guides.startRevoke({
        ...(await revocationOf(services, itemId)),
        settings: await settingsOf(services, itemId),
      });
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

    async 'page/hello'(_request, { tabId }) {
      if (tabId !== undefined) {
        await services.withdrawOffer(tabId);
        await guides.arrive(tabId);
      }
      return { orphaned: text('guide.orphaned') };
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
    async 'key/listed'({ trackingId }, { tabId }) {
      const captured = (await memory.read()).guides[String(tabId)]?.captured;
      if (captured?.state !== 'saved') return null;
      const known = (await vault.item(captured.itemId))?.details.trackingId;
      if (known === trackingId) return null;
      await vault.revise(captured.itemId, (details) => ({ ...details, trackingId }));
      await memory.touch();
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
  };
}
