import type { revealMessages } from '@/lib/messaging/reveal-messages';
import type { Handlers } from '@/lib/messaging/router';
import type { Services } from './services';

/** The use cases of a key in clear: show it, and know of its copy. */
export function createRevealHandlers({
  vault,
  clipboard,
}: Services): Pick<Handlers, keyof typeof revealMessages> {
  return {
    async 'key/reveal'({ itemId, ...proof }) {
      await vault.touch();
      await vault.reauthenticate(proof);
      return { text: await vault.reveal(itemId) };
    },
    async 'key/copied'({ itemId }) {
      await vault.touch();
      await clipboard.copied(itemId);
      return null;
    },
    async 'key/uncopied'({ itemId }) {
      await clipboard.uncopied(itemId);
      return null;
    },
  };
}
