import { browser } from '@/lib/browser';
import type { Handlers } from '@/lib/messaging/router';
import type { vaultMessages } from '@/lib/messaging/vault-messages';
import type { Services } from './services';
import { LOCK_ALARM } from './wake';

/** The use cases of the vault as a whole. */
export function createVaultHandlers(
  services: Services,
): Pick<Handlers, keyof typeof vaultMessages> {
  const { vault, memory, guides } = services;

  async function afterUnlock(): Promise<void> {
    const deadline = await vault.deadline();
    if (deadline !== undefined) await browser.alarms.create(LOCK_ALARM, { when: deadline });
    await services.resume();
    await services.changed();
    const { pendingRecipeId } = await memory.read();
    if (pendingRecipeId) await guides.start(pendingRecipeId);
  }

  return {
    async 'vault/create'({ passphrase }) {
      await vault.create(passphrase);
      await afterUnlock();
      return vault.status();
    },
    async 'vault/unlock'({ passphrase }) {
      await vault.unlock({ passphrase });
      await afterUnlock();
      return vault.status();
    },
    async 'vault/check'() {
      await vault.touch();
      return vault.damage();
    },
    async 'vault/lock'() {
      await vault.lock();
      await memory.touch();
      return null;
    },
  };
}
