import type { KeyKind } from '@/lib/domain/api-key';
import type { Permission } from '@/lib/domain/scopes';
import type { Health } from '@/lib/domain/views';

/** What is known of a key at its capture: what it is for, and what the page showed as chosen. */
export interface CaptureDetails {
  readonly recipeId?: string | undefined;
  readonly name?: string | undefined;
  /** As the create dialog named it. */
  readonly project?: string | undefined;
  readonly permission?: Permission | undefined;
  /** As the page showed it, such as "90 days". */
  readonly expiration?: string | undefined;
  /** Row label → choice of the restricted matrix. */
  readonly rows?: Readonly<Record<string, string>> | undefined;
  readonly tabId?: number | undefined;
  /** The item that this key takes the place of. */
  readonly replaces?: string | undefined;
}

/** What is known of a key by now. */
export interface KeyDetails extends CaptureDetails {
  /** The name or id by which OpenAI's answers call the organization. */
  readonly organization?: string | undefined;
  /** OpenAI's own id of the key, `key_…`. */
  readonly trackingId?: string | undefined;
  /** The owner's own words. */
  readonly note?: string | undefined;
  readonly tags?: readonly string[] | undefined;
}

/** A captured key without its secret. */
export interface VaultItem {
  readonly id: string;
  readonly kind: KeyKind;
  readonly redacted: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly details: KeyDetails;
}

/** An item after its row was looked at. */
export interface LookedItem {
  readonly item: VaultItem;
  readonly health: Health;
}

/** What became of a capture. */
export interface CapturedItem {
  readonly itemId: string;
  readonly kind: KeyKind;
  readonly redacted: string;
  /** This key was already there. */
  readonly known: boolean;
}
