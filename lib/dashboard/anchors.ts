import type { AnchorId } from '@/lib/domain/snapshot';
import type { PermissionRow } from '@/lib/domain/scopes';
import type { Description } from '@/lib/locate/locate';

/** Where an anchor is looked for. */
type Scope = 'page' | 'dialog';

/** The fixed anchors of OpenAI's key pages: labels of all known versions, the present one first (openai-platform.md §1). */
export const ANCHORS = {
  'open-create': {
    scope: 'page',
    roles: ['button', 'link'],
    names: [
      'Create new secret key',
      'Create new Admin key',
      'New secret key',
      'New admin key',
      'Create admin key',
    ],
  },
  'owner-user': { scope: 'dialog', roles: ['radio'], names: ['You'] },
  'owner-service-account': { scope: 'dialog', roles: ['radio'], names: ['Service account'] },
  name: {
    scope: 'dialog',
    roles: ['textbox'],
    names: ['Name', 'Name Optional', 'Key name', 'API key name'],
    placeholders: ['My Test Key'],
    beside: ['Name', 'Name Optional', 'Key name', 'API key name'],
  },
  project: {
    scope: 'dialog',
    roles: ['button', 'combobox'],
    names: ['Project', 'Default project'],
    beside: ['Project'],
  },
  expiration: {
    scope: 'dialog',
    roles: ['button', 'combobox'],
    names: ['Expiration', 'Expires'],
    beside: ['Expiration', 'Expires', 'Expiry'],
  },
  'permission-all': { scope: 'dialog', roles: ['radio'], names: ['All'] },
  'permission-restricted': { scope: 'dialog', roles: ['radio'], names: ['Restricted'] },
  'permission-read-only': { scope: 'dialog', roles: ['radio'], names: ['Read only'] },
  'submit-create': {
    scope: 'dialog',
    roles: ['button'],
    names: ['Create secret key', 'Create admin key', 'Create key', 'Generate key'],
  },
  'cancel-create': { scope: 'dialog', roles: ['button'], names: ['Cancel'] },
  'reveal-copy': { scope: 'dialog', roles: ['button'], names: ['Copy'] },
  'reveal-done': { scope: 'dialog', roles: ['button'], names: ['Done'] },
} as const satisfies Partial<Record<AnchorId, Description & { readonly scope: Scope }>>;

/** The control of one row of the restricted matrix: a group of radios, or a select, beside the row's label. */
export function rowDescription({ row, synonyms = [] }: PermissionRow): Description {
  const labels = [row, ...synonyms];
  return {
    roles: ['radiogroup', 'combobox', 'button', 'group'],
    names: labels,
    beside: labels,
  };
}

/** Titles by which a dialog is known. */
export const DIALOG_TITLES = {
  create: ['Create new secret key', 'Create new admin key', 'New secret key'],
  reveal: ['Save your key'],
} as const;
