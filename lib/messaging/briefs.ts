import type { Portal, Recipe } from '@/lib/recipes/recipe';
import type { PermissionEdit } from '@/lib/domain/permission-edits';
import type { WireError } from '@/lib/domain/errors';
import type { DeliveryView, HeldView, KeyWarning, VerificationView } from '@/lib/domain/views';

/** What became of a key that was offered for capture. */
export type CaptureAnswer =
  | { readonly state: 'saved'; readonly itemId: string; readonly redacted: string }
  | ({ readonly state: 'held' } & HeldView);

/** A key that is to be taken away on OpenAI's page, or with `settings` changed there. */
export interface RevokeTask {
  readonly name: string;
  /** The last four characters of the key, as OpenAI's table shows them. */
  readonly lastFour: string;
  /** Where the key was delivered to, by name: what would break. */
  readonly places: readonly string[];
  /** The rows to set in its permissions. */
  readonly settings?: readonly PermissionEdit[];
}

/** What the guide's script needs to know. Without `recipe` and `revoke` no guide runs: it offers to save the key on screen. */
export interface GuideBrief {
  /** Tells one run from the next. */
  readonly id?: string;
  readonly revoke?: RevokeTask;
  /** The person pressed OpenAI's last button: the key that appears now is the one that they made. */
  readonly armed?: boolean;
  readonly recipe?: Recipe;
  /** The recipe is none of the packaged ones. */
  readonly isForeign?: boolean;
  /** The key's name, with the date filled in. */
  readonly keyName?: string;
  /** What became of the key, once there is one. */
  readonly captured?: CaptureAnswer & { readonly warnings: readonly KeyWarning[] };
  /** Why the key on screen could not be saved. */
  readonly problem?: WireError;
}

/** What the portal's script needs to know. */
export interface PortalBrief {
  readonly deliveryId: string;
  readonly product: string;
  readonly portal: Portal;
  /** Where the key goes, in the product's own words. */
  readonly place: string;
  /** How the product shows that the key works there, when its recipe says so. */
  readonly proof?: string;
  /** The press that sent the key is enough to fill it in, or to have the product test it too. */
  readonly byItself?: 'fill' | 'test';
  readonly delivery: DeliveryView;
  readonly verification?: VerificationView;
}
