import { KeyferryError } from '@/lib/domain/errors';
import { tagsIn } from '@/lib/domain/tags';
import type { CaptureAnswer } from '@/lib/messaging/briefs';
import type { keyMessages } from '@/lib/messaging/key-messages';
import type { Handlers } from '@/lib/messaging/router';
import { recentUsage } from '@/lib/verification/recent-usage';
import { mayProve } from './access';
import { listKeys, viewsOf } from './key-lists';
import { dashboardInFront, inject, switcherIn, tell } from './pages';
import type { Services } from './services';

/** The use cases of keys: capture them, prove them, put them aside. */
export function createKeyHandlers(services: Services): Pick<Handlers, keyof typeof keyMessages> {
  const { vault, memory, proving, guides, capture } = services;

  /** Looks at what the page shows beside a key that was just saved. The key's own way never waits for it. */
  async function lookAround(answer: CaptureAnswer, tabId: number): Promise<void> {
    if (answer.state !== 'saved') return;
    await services.verifying.noteShown(answer.itemId, await switcherIn(tabId));
  }

  return {
    async 'key/save-visible'() {
      const front = await dashboardInFront();
      const shown = front && (await tell(front.id, { name: 'key/read' }));
      const value = (shown as { value?: unknown } | undefined)?.value;
      if (!front || typeof value !== 'string') throw new KeyferryError('no_key_visible');
      const answer = await capture.fromPage(value, true, front.id);
      void lookAround(answer, front.id).catch(() => undefined);
      await services.changed();
      return answer;
    },
    async 'key/paste'({ text, recipeId }) {
      await vault.touch();
      const answer = await capture.fromPaste(text, recipeId);
      await services.changed();
      return answer;
    },
    async 'practice/save'({ text, name }) {
      await vault.touch();
      const answer = await capture.fromPractice(text, name);
      await services.changed();
      return answer;
    },
    async 'key/save-held'() {
      await capture.release();
      await services.changed();
      return null;
    },
    async 'key/choose'({ itemId, destinationIds }) {
      await memory.change(({ choices }) => ({
        choices: { ...choices, [itemId]: destinationIds ?? [] },
      }));
      return null;
    },
    async 'key/dismiss'({ itemId }) {
      await memory.change(({ currentKeyId }) => ({
        currentKeyId: currentKeyId === itemId ? undefined : currentKeyId,
      }));
      await services.changed();
      return null;
    },

    'keys/list': (query) => listKeys(services, query),
    async 'key/view'({ itemId }) {
      const [view] = await viewsOf(services, [itemId], await services.book.read());
      return view ?? null;
    },
    async 'key/edit'({ itemId, note, tags: line }) {
      const tags = tagsIn(line);
      await vault.touch();
      await vault.revise(itemId, (details) => ({
        ...details,
        note: note.trim() === '' ? undefined : note,
        tags: tags.length === 0 ? undefined : tags,
      }));
      await services.changed();
      return null;
    },
    async 'key/keep'({ itemId }) {
      await vault.touch();
      await vault.revise(itemId, (details) => details);
      await services.changed();
      return null;
    },
    async 'key/discard'({ itemId }) {
      await vault.touch();
      await vault.discard(itemId);
      // Nobody needs to look at it any more.
      await proving.seen(itemId).catch(() => undefined);
      await memory.change(({ currentKeyId }) => ({
        currentKeyId: currentKeyId === itemId ? undefined : currentKeyId,
      }));
      await services.changed();
      return null;
    },
    async 'key/restore'({ itemId }) {
      await vault.touch();
      await vault.restore(itemId);
      await services.changed();
      return null;
    },

    async 'verification/again'({ itemId }) {
      await vault.touch();
      await proving.start(itemId);
      return null;
    },
    async 'verification/all'() {
      await vault.touch();
      await services.rechecks.all();
      return null;
    },
    'verification/all-questions': () => services.verifying.allQuestions(),
    async 'verification/seen'({ itemId }) {
      await proving.seen(itemId);
      return null;
    },
    'verification/questions': ({ itemId }) => services.verifying.questions(itemId),
    async 'verification/usage'({ itemId }) {
      await vault.touch();
      if (!(await mayProve())) return { failed: 'no_access' };
      return recentUsage(await vault.reveal(itemId), services.io);
    },
    async 'verification/settings'(settings) {
      await vault.touch();
      await services.checks.write(settings);
      await services.changed();
      void services.rechecks.tend().catch(() => undefined);
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
      void services.changed().catch(() => undefined);
      return { capture: false };
    },
    async 'key/capture'({ value, pressed }, { tabId }) {
      if (tabId === undefined) throw new KeyferryError('not_allowed');
      const answer = await capture.fromPage(value, pressed, tabId);
      void lookAround(answer, tabId).catch(() => undefined);
      await services.changed();
      return answer;
    },
    async 'key/gone'(_request, { tabId }) {
      if (tabId !== undefined) await services.withdrawOffer(tabId);
      return null;
    },
  };
}
