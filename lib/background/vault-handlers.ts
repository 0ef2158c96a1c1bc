import type { Handlers } from '@/lib/messaging/router';
import type { vaultMessages } from '@/lib/messaging/vault-messages';
import type { Services } from './services';

/** The use cases of the vault as a whole: in, out, and the ways in. */
export function createVaultHandlers(
  services: Services,
): Pick<Handlers, keyof typeof vaultMessages> {
  const { vault, locking, memory, guides } = services;

  async function afterUnlock(): Promise<void> {
    await Promise.all([locking.watch(), services.capture.release()]);
    // Whoever unlocked sees the vault meanwhile.
    void services.resume().then(services.changed);
    const { pendingRecipeId } = await memory.read();
    if (pendingRecipeId) await guides.start(pendingRecipeId);
  }

  /** Lets every open page know, also of a wrong try: the next one may have to wait. */
  async function told(work: Promise<unknown>): Promise<null> {
    try {
      await work;
    } finally {
      // Nobody waits for what is shown.
      void memory.touch().catch(() => undefined);
    }
    return null;
  }

  return {
    async 'vault/create'({ passphrase }) {
      await vault.create(passphrase);
      await afterUnlock();
      return vault.status();
    },
    async 'vault/unlock'(proof) {
      await told(vault.unlock(proof));
      await afterUnlock();
      return vault.status();
    },
    async 'vault/check'() {
      await vault.touch();
      const found = await vault.damage();
      // What is on screen is looked at again too.
      if (found.length > 0) await memory.touch();
      return found;
    },
    'vault/prove': ({ proof }) => told(vault.reauthenticate(proof)),
    async 'vault/lock'() {
      await locking.lock();
      return null;
    },
    async 'vault/change-passphrase'({ proof, to }) {
      await vault.touch();
      return told(vault.changePassphrase(proof, to));
    },
    async 'vault/add-passkey'({ proof, passkey }) {
      await vault.touch();
      return told(vault.addPasskey(proof, passkey));
    },
    async 'vault/remove-passkey'({ proof, id }) {
      await vault.touch();
      return told(vault.removePasskey(proof, id));
    },
    async 'vault/locking'(settings) {
      await vault.touch();
      return told(locking.change(settings));
    },
  };
}
