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

/** A named control of a page. Rows of the restricted matrix are named by their label. */
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
  | 'reveal-done';

/** What the open create dialog shows as chosen. */
export interface CreateForm {
  readonly name: string;
  readonly expiration?: string;
  readonly permission?: Permission;
  /** Row label → choice, for the rows that the guide looks at. */
  readonly rows: Readonly<Record<string, string>>;
}

/** The facts read from a page at one moment; never the key itself. */
export interface PageSnapshot {
  readonly page: PageKind;
  readonly dialog: 'none' | 'create' | 'reveal' | 'other';
  readonly anchors: readonly AnchorId[];
  readonly form?: CreateForm;
  readonly keyVisible: boolean;
}
