import type { destinationMessages } from '@/lib/messaging/destination-messages';
import type { Handlers } from '@/lib/messaging/router';
import type { Services } from './services';

/** The use cases of destinations. */
export function createDestinationHandlers({
  vault,
  memory,
  routes,
}: Services): Pick<Handlers, keyof typeof destinationMessages> {
  return {
    async 'destination/save'(settings) {
      const destinationId = crypto.randomUUID();
      await vault.putDestination(destinationId, settings);
      await memory.touch();
      return { destinationId };
    },
    async 'destination/test'(settings) {
      await vault.touch();
      await routes.test(settings);
      return null;
    },
    async 'destination/remove'({ destinationId }) {
      await vault.removeDestination(destinationId);
      await memory.touch();
      return null;
    },
  };
}
