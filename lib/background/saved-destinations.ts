import { CREDENTIALS } from '@/lib/domain/credentials';
import { KeyferryError } from '@/lib/domain/errors';
import type { SavedDestination } from '@/lib/domain/views';
import {
  destinationSettingsSchema,
  type DestinationSettings,
} from '@/lib/messaging/destination-messages';
import type { Vault } from '@/lib/vault/vault';

/** What a person changed of a saved destination. */
interface Change {
  readonly destinationId: string;
  readonly label: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** A configured destination with its credentials. @throws KeyferryError `unknown_destination`, `vault_locked` */
export async function savedSettings(
  vault: Pick<Vault, 'readDestination'>,
  destinationId: string,
): Promise<DestinationSettings> {
  const saved = await vault.readDestination<DestinationSettings>(destinationId);
  if (!saved) throw new KeyferryError('unknown_destination');
  return saved;
}

/** A destination as its form shows it again. */
export function withoutCredentials({
  adapter,
  label,
  settings,
}: DestinationSettings): SavedDestination {
  const shown = Object.entries<string | undefined>(settings).flatMap(([name, value]) =>
    value === undefined || CREDENTIALS[adapter].includes(name) ? [] : [[name, value] as const],
  );
  return { adapter, label, settings: Object.fromEntries(shown) };
}

/**
 * A saved destination after a change. A credential that was left out stays, unless the destination
 * is at another address now: who typed it for one host did not mean another.
 * @throws KeyferryError `invalid_settings`, `unknown_destination`, `vault_locked`
 */
export async function changeOf(
  vault: Pick<Vault, 'readDestination'>,
  { destinationId, label, settings }: Change,
): Promise<DestinationSettings> {
  const saved = await savedSettings(vault, destinationId);
  const kept = CREDENTIALS[saved.adapter].filter((name) => mayKeep(name, saved, settings));
  const before = Object.entries(saved.settings).filter(([name]) => kept.includes(name));
  const whole = destinationSettingsSchema.safeParse({
    adapter: saved.adapter,
    label,
    settings: { ...Object.fromEntries(before), ...settings },
  });
  if (!whole.success) throw new KeyferryError('invalid_settings');
  return whole.data;
}

function mayKeep(
  name: string,
  { settings: saved }: DestinationSettings,
  settings: Change['settings'],
): boolean {
  // What came with another credential goes with it.
  if (name === 'sessionToken' && 'secretAccessKey' in settings) return false;
  if (name === 'refreshToken' && ('token' in settings || !('clientId' in settings))) return false;
  if ('accessKeyId' in saved) return saved.accessKeyId === settings['accessKeyId'];
  return !('address' in saved) || isSameOrigin(saved.address, settings['address']);
}

function isSameOrigin(before: string, after: string | undefined): boolean {
  return after !== undefined && URL.parse(before)?.origin === URL.parse(after)?.origin;
}
