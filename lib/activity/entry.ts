/** What can stand in the log (`activity.<code>`). */
export const ACTIVITY_CODES = [
  'vault_created',
  'unlocked',
  'unlock_failed',
  'locked',
  'passphrase_changed',
  'passkey_added',
  'passkey_removed',
  'captured',
  'revealed',
  'copied',
  'discarded',
  'restored',
  'sent',
  'confirmed',
  'delivery_failed',
  'verified',
  'rejected',
  'indeterminate',
  'backup_saved',
  'backup_restored',
  'destination_added',
  'destination_removed',
  'guide_finished',
  'recipe_imported',
] as const;

/** See {@link ACTIVITY_CODES}. */
export type ActivityCode = (typeof ACTIVITY_CODES)[number];

/** One thing that happened. Holds no secret, and no words of a server's. */
export interface ActivityEntry {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly what: ActivityCode;
  /** The key that it happened to. */
  readonly itemId?: string;
  /** That key's redacted form. */
  readonly redacted?: string;
  /** A destination, product or recipe, by the name that people know it by. */
  readonly place?: string;
  /** Why it failed: a code of ours. */
  readonly reason?: string;
}

/** Names are the person's own texts, into which a key can have been pasted. */
const LIKE_A_SECRET = /\S*(?:sk-|AKIA|ASIA|[A-Za-z0-9+/_=-]{32,})\S*/g;
const LONGEST_NAME = 80;
const LONGEST_CODE = 40;

/** An entry as it may be written down: short, and without anything that looks like a secret. */
export function harmless({ place, reason, redacted, ...entry }: ActivityEntry): ActivityEntry {
  return {
    ...entry,
    ...(redacted && /^sk-[a-zA-Z]*-?….{4}$/.test(redacted) ? { redacted } : {}),
    ...(place ? { place: place.replace(LIKE_A_SECRET, '…').slice(0, LONGEST_NAME) } : {}),
    ...(reason && /^[a-z_-]+$/.test(reason) ? { reason: reason.slice(0, LONGEST_CODE) } : {}),
  };
}
