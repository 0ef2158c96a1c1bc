import { browser } from '@/lib/browser';
import { signInToVault, type SignInWindow } from '@/lib/destinations/vault-sign-in';
import { KeyferryError } from '@/lib/domain/errors';
import type { VaultLogin } from '@/lib/domain/sign-in';
import type { Io } from '@/lib/http';
import type { Vault } from '@/lib/vault/vault';
import { savedSettings } from './saved-destinations';

/** The browser's window for a sign-in. Only once the person has allowed it, straight from a press. */
export const signInWindow: SignInWindow = {
  redirect: () => browser.identity.getRedirectURL('vault'),
  show: (url) => browser.identity.launchWebAuthFlow({ url, interactive: true }),
};

/**
 * Signs in once more to a saved Vault, and keeps the new token in place of the one that ended.
 * @throws KeyferryError `unknown_destination`, or of the sign-in
 */
export async function signInAgain(
  vault: Pick<Vault, 'readDestination' | 'putDestination'>,
  destinationId: string,
  window: SignInWindow,
  io: Io,
): Promise<void> {
  const before = await signedIn(vault, destinationId);
  const { token, expiresAt } = await signInToVault(before.login, window, io);
  const { saved, login } = await signedIn(vault, destinationId);
  // Who changed the place meanwhile did not sign in to that one.
  if (JSON.stringify(login) !== JSON.stringify(before.login)) {
    throw new KeyferryError('sign_in_ended', [new URL(login.address).host]);
  }
  const { expiresAt: _ended, ...rest } = saved.settings;
  const ends = expiresAt === undefined ? {} : { expiresAt: String(expiresAt) };
  await vault.putDestination(destinationId, { ...saved, settings: { ...rest, token, ...ends } });
}

async function signedIn(vault: Pick<Vault, 'readDestination'>, destinationId: string) {
  const saved = await savedSettings(vault, destinationId);
  if (saved.adapter !== 'vault-kv') throw new KeyferryError('unknown_destination');
  const { address, namespace, oidcMount, oidcRole } = saved.settings;
  const login: VaultLogin = { address, namespace, oidcMount, oidcRole };
  return { saved, login };
}
