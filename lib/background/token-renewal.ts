import { renewToken } from '@/lib/destinations/github-sign-in';
import { vaultApi } from '@/lib/destinations/vault-api';
import { KeyferryError } from '@/lib/domain/errors';
import type { Io } from '@/lib/http';
import type { DestinationSettings } from '@/lib/messaging/destination-messages';
import type { Vault } from '@/lib/vault/vault';
import { savedSettings } from './saved-destinations';

/** A token that ends sooner than this is renewed before it is used. */
const SOON = 5 * 60_000;

/** Whether these settings hold a token that ends. */
export function mayEnd(settings: DestinationSettings['settings']): boolean {
  return 'expiresAt' in settings || 'refreshToken' in settings;
}

/** Keeps the tokens of signed-in destinations alive. */
export function createRenewal(vault: Pick<Vault, 'readDestination' | 'putDestination'>) {
  const running = new Map<string, Promise<DestinationSettings>>();

  async function renew(destinationId: string, io: Io): Promise<DestinationSettings> {
    const saved = await savedSettings(vault, destinationId);
    if (saved.adapter === 'vault-kv') {
      const ends = Number(saved.settings.expiresAt ?? Infinity);
      // Vault would say the same as of a right that is missing.
      if (ends <= io.now())
        throw new KeyferryError('sign_in_over', [vaultApi(saved.settings).place]);
    }
    if (saved.adapter !== 'github-actions') return saved;
    const { address, clientId, refreshToken, expiresAt } = saved.settings;
    if (!clientId || !refreshToken || Number(expiresAt ?? 0) - io.now() > SOON) return saved;
    const { expiresAt: _ended, ...rest } = saved.settings;
    const { expiresAt: next, ...token } = await renewToken({ address, clientId }, refreshToken, io);
    const settings = { ...rest, ...token, ...(next === undefined ? {} : { expiresAt: `${next}` }) };
    const renewed = { ...saved, settings };
    // Kept before it is used: the refresh token before it is worth nothing any more.
    await vault.putDestination(destinationId, renewed);
    return renewed;
  }

  /** The settings of a destination, with a token that does not end in the next minutes. @throws KeyferryError `sign_in_over` when the person must sign in again */
  return function withLastingToken(destinationId: string, io: Io): Promise<DestinationSettings> {
    // Two deliveries at once must not both spend the one refresh token.
    const present = running.get(destinationId);
    if (present) return present;
    const turn = renew(destinationId, io).finally(() => running.delete(destinationId));
    running.set(destinationId, turn);
    return turn;
  };
}
