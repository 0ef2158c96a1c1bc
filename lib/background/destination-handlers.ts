import { makeWebhookPair } from '@/lib/crypto/webhook-signature';
import { askSignIn, beginSignIn } from '@/lib/destinations/github-sign-in';
import { signInToVault } from '@/lib/destinations/vault-sign-in';
import type { destinationMessages } from '@/lib/messaging/destination-messages';
import type { Handlers } from '@/lib/messaging/router';
import { giveBack } from './access';
import { adapterFor } from './destinations';
import { changeOf, savedSettings, withoutCredentials } from './saved-destinations';
import type { Services } from './services';
import { signInAgain, signInWindow } from './vault-sign-in';

/** The use cases of destinations. */
export function createDestinationHandlers(
  services: Services,
): Pick<Handlers, keyof typeof destinationMessages> {
  const { vault, memory, removed, routes, outbox, io } = services;

  /** The host patterns that a saved destination needs, or needed. */
  async function originsOf(destinationId: string): Promise<readonly string[]> {
    const { adapter, settings } = await savedSettings(vault, destinationId);
    return adapterFor(adapter).origins(settings);
  }

  return {
    async 'destination/save'(settings) {
      const destinationId = crypto.randomUUID();
      await vault.putDestination(destinationId, settings);
      await memory.touch();
      return { destinationId };
    },
    async 'destination/test'(settings) {
      await vault.touch();
      return routes.test(settings);
    },
    async 'destination/read'({ destinationId }) {
      await vault.touch();
      return withoutCredentials(await savedSettings(vault, destinationId));
    },
    async 'destination/update'(change) {
      const { destinationId } = change;
      const settings = await changeOf(vault, change);
      const before = await originsOf(destinationId);
      await vault.putDestination(destinationId, settings);
      await giveBack(services, before);
      await memory.touch();
      return null;
    },
    async 'destination/test-update'(change) {
      await vault.touch();
      return routes.test(await changeOf(vault, change));
    },
    async 'destination/remove'({ destinationId }) {
      // One that can't be read any more can be removed all the same.
      const before = await originsOf(destinationId).catch(() => []);
      await removed.destination(destinationId, () => vault.removeDestination(destinationId));
      await giveBack(services, before);
      await memory.touch();
      return null;
    },
    async 'removed/restore'({ id }) {
      await vault.touch();
      await removed.restore(id);
      return null;
    },
    async 'destination/sign-in'(app) {
      await vault.touch();
      return beginSignIn(app, io);
    },
    async 'destination/signed-in'({ deviceCode, ...app }) {
      await vault.touch();
      return askSignIn(app, deviceCode, io);
    },
    async 'destination/oidc'(login) {
      await vault.touch();
      return signInToVault(login, signInWindow, io);
    },
    async 'destination/oidc-again'({ destinationId }) {
      await vault.touch();
      await signInAgain(vault, destinationId, signInWindow, io);
      await memory.touch();
      // Deliveries that waited for it go on; nobody waits for them here.
      void outbox.drain().catch(() => undefined);
      return null;
    },
    'destination/webhook-pair': () => makeWebhookPair(),
  };
}
