import type { KeyKind } from '@/lib/domain/api-key';
import type { Permission } from '@/lib/domain/scopes';

/** What is known of a key at its capture: what it is for, and what the page showed as chosen. */
export interface CaptureDetails {
  readonly recipeId?: string | undefined;
  readonly name?: string | undefined;
  readonly permission?: Permission | undefined;
  /** As the page showed it, such as "90 days". */
  readonly expiration?: string | undefined;
  /** Row label → choice of the restricted matrix. */
  readonly rows?: Readonly<Record<string, string>> | undefined;
  readonly tabId?: number | undefined;
  /** The item that this key takes the place of. */
  readonly replaces?: string | undefined;
}

/** A captured key without its secret. */
export interface VaultItem {
  readonly id: string;
  readonly kind: KeyKind;
  readonly redacted: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly details: CaptureDetails;
}

/** What became of a capture. */
export interface CapturedItem {
  readonly itemId: string;
  readonly kind: KeyKind;
  readonly redacted: string;
  /** This key was already there. */
  readonly known: boolean;
}
