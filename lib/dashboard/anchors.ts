import type { Description } from '@/lib/locate/locate';

/** What people call making a key, on buttons and as a title: labels in lower case without punctuation. */
export const CREATE_KEY =
  /^((create|add|generate|make|get)( an?| your| another)?( new)?|new)( (openai|secret|api|admin|project|access|organization))* key$/;
/** What people call taking a key away. */
export const REVOKE_KEY =
  /^(revoke|delete|remove|disable|deactivate)( this| the| your)?( (secret|api|admin|project))* key\b/;
/** Titles of a dialog that shows a key once. */
export const SAVE_KEY =
  /^(save|copy|store|keep) (your|this|the)( new)?( (openai|secret|api|admin|project))* key$|^(your )?(new )?((secret|api|admin|project) )+key( was| has been)? (created|generated)$/;
/** Sentences of such a dialog. */
export const SHOWN_ONCE =
  /(won t|not) be able to (view|see) (it|this key) again|(shown|displayed|visible|see it) only once|only (be )?(shown|displayed|visible) once/;

/** The words of one permission, present ones first (openai-platform.md §1.3). */
export const PERMISSIONS = {
  all: ['All', 'All permissions', 'Full access', 'Full access (All)'],
  restricted: ['Restricted', 'Custom', 'Restricted access'],
  'read-only': ['Read only', 'Readonly', 'Read only access'],
} as const;

/** The words of an owner. */
export const OWNERS = {
  'owner-user': ['You', 'User', 'Me', 'Your account'],
  'owner-service-account': ['Service account'],
} as const;

/** What a row of the restricted matrix may be set to, and what it may show besides. */
export const ROW_CHOICES = ['None', 'Read', 'Write', 'Request', 'Use', 'Manage'] as const;
export const MIXED = 'Mixed';

const EXPIRATION = [
  'Expiration',
  'Expires',
  'Expiry',
  'Expiration date',
  'Expiry date',
  'Expires in',
  'Expires on',
];
const KEY_NAME = ['Name', 'Key name', 'API key name', 'Secret key name'];
const LISTS = ['button', 'combobox', 'listbox'];

/** The controls of OpenAI's key pages by labels of all known versions, the present one first (openai-platform.md §1). */
export const OPENER: Description = {
  roles: ['button', 'link'],
  names: ['Create new secret key', 'Create new Admin key', 'New secret key', 'New admin key'],
  wording: CREATE_KEY,
};

/** Controls of the create dialog, and of the first-run wizard's last page. */
export const FORM = {
  name: {
    roles: ['textbox'],
    names: KEY_NAME,
    placeholders: ['My Test Key', 'My Admin Key', 'Key name', 'API key name', 'Name'],
    beside: KEY_NAME,
  },
  project: {
    roles: LISTS,
    names: ['Project', 'Default project', 'Select project', 'Select a project'],
    beside: ['Project'],
  },
  expiration: {
    roles: [...LISTS, 'textbox', 'spinbutton', 'radiogroup', 'group'],
    names: EXPIRATION,
    beside: EXPIRATION,
  },
  'submit-create': {
    roles: ['button'],
    names: [
      'Create secret key',
      'Create admin key',
      'Create key',
      'Generate key',
      'Generate API Key',
      'Create API key',
      'Create',
      'Generate',
    ],
    wording: CREATE_KEY,
  },
  'cancel-create': {
    roles: ['button'],
    names: ['Cancel', 'I’ll do this later', 'Discard', 'Not now'],
  },
} as const satisfies Record<string, Description>;

/** Controls of the dialog that shows a key once. */
export const REVEAL = {
  'reveal-copy': {
    roles: ['button'],
    names: ['Copy', 'Copy key', 'Copy API key', 'Copy secret key', 'Copy to clipboard', 'Copied'],
    wording: /^copy( the| your)?( (secret|api|admin|key|it))*$/,
  },
  'reveal-done': {
    roles: ['button'],
    names: ['Done', 'Finish', 'Continue', 'Close', 'OK', 'Dismiss'],
    wording: /^i( ve| have) (saved|copied|stored)\b/,
  },
} as const satisfies Record<string, Description>;

/** The button that takes a key away, in its dialog. */
export const REVOKE: Description = {
  roles: ['button'],
  names: ['Revoke key', 'Revoke', 'Revoke secret key', 'Delete key', 'Delete', 'Remove'],
  wording: /^(yes )?(revoke|delete|remove)( it)?( (secret|api|admin))*( key)?$/,
};

/** The buttons of a key's row in the table (openai-platform.md §1.2, §1.7). */
export const ROW = {
  'row-edit': {
    roles: ['button', 'link', 'menuitem'],
    names: ['Edit', 'Edit key', 'Edit permissions', 'Edit secret key', 'Edit API key'],
    // In a row its name may follow.
    wording: /^edit\b/,
  },
  'row-revoke': {
    roles: ['button', 'link', 'menuitem'],
    names: ['Delete', 'Revoke', 'Revoke key', 'Delete key', 'Remove'],
    wording: /^(delete|revoke|remove)\b/,
  },
} as const satisfies Record<string, Description>;

/** Controls of the first-run wizard's other pages (openai-platform.md §1.8). */
export const WIZARD = {
  'create-organization': { roles: ['button'], names: ['Create organization'] },
  'invite-later': { roles: ['button', 'link'], names: ['I’ll invite my team later'] },
} as const satisfies Record<string, Description>;
