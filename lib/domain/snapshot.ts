import type { Permission } from './scopes';

/** Which of OpenAI's pages this is. `workspace-admin` is the wrong console: ChatGPT's. */
export type PageKind =
  | 'api-keys'
  | 'org-api-keys'
  | 'admin-keys'
  | 'welcome'
  | 'signed-out'
  | 'workspace-admin'
  | 'other';

/** A named control of a page. Rows of the restricted matrix and of the table are named by their label. */
export type AnchorId =
  | 'open-create'
  | 'create-dialog'
  | 'owner-user'
  | 'owner-service-account'
  | 'name'
  | 'project'
  | 'expiration'
  | 'permission-all'
  | 'permission-restricted'
  | 'permission-read-only'
  | `row:${string}`
  | 'submit-create'
  | 'cancel-create'
  | 'reveal-dialog'
  | 'reveal-key'
  | 'reveal-copy'
  | 'reveal-done'
  | `key-row:${string}`
  | 'row-edit'
  | 'row-revoke'
  | 'revoke-dialog'
  | 'revoke-confirm'
  | 'start-building'
  | 'create-organization'
  | 'invite-later';

/** What the open create dialog shows as chosen. */
export interface CreateForm {
  readonly name: string;
  readonly owner?: 'user' | 'service-account' | undefined;
  readonly project?: string | undefined;
  readonly expiration?: string | undefined;
  readonly permission?: Permission | undefined;
  /** Row label → choice, for every row that the dialog shows. */
  readonly rows: Readonly<Record<string, string>>;
}

/** A key in the page's table. */
export interface ListedKey {
  readonly name: string;
  readonly lastFour?: string;
  readonly isActive: boolean;
}

/** Something that stands in the way of making a key here, as far as the page says it. */
export type Obstacle = 'phone' | 'no_rights' | 'blocked';

/** The facts read from a page at one moment; never the key itself. */
export interface PageSnapshot {
  readonly page: PageKind;
  readonly dialog: 'none' | 'create' | 'reveal' | 'revoke' | 'edit' | 'other';
  readonly anchors: readonly AnchorId[];
  /** Anchors that can't be used now. */
  readonly disabled: readonly AnchorId[];
  readonly form?: CreateForm | undefined;
  readonly keyVisible: boolean;
  /** What the dialog with the key says that it may do, when it says it plainly. */
  readonly summary?: Permission | undefined;
  readonly keys: readonly ListedKey[];
  readonly obstacle?: Obstacle | undefined;
  /** The browser or an extension translated the page: labels are not OpenAI's. */
  readonly translated: boolean;
}
