import type { Version } from '../scene.ts';

/** What differs between the documented versions of the API keys page, beside the columns of its table. */
export interface Look {
  /** The opener's text, and where it stands. */
  readonly create: string;
  readonly createBelowTable: boolean;
  /** Search field, chip, and the links above the table. */
  readonly hasToolbar: boolean;
  /** Revoked keys stay in the list. */
  readonly keepsRevoked: boolean;
  readonly rowActions: 'named' | 'icons';
  readonly hasOwnerAndProject: boolean;
  readonly hasExpiration: Readonly<Record<'admin' | 'project', boolean>>;
  readonly readOnly: 'Read only' | 'Read Only';
}

/** October 2026 (openai-platform.md §1.2, §1.3, §1.6). */
const LATEST: Look = {
  create: 'Create new secret key',
  createBelowTable: false,
  hasToolbar: true,
  keepsRevoked: true,
  rowActions: 'named',
  hasOwnerAndProject: true,
  hasExpiration: { admin: true, project: true },
  readOnly: 'Read only',
};

const OLDER: Look = {
  ...LATEST,
  create: '+ Create new secret key',
  hasToolbar: false,
  keepsRevoked: false,
  rowActions: 'icons',
  // That admin keys had no end then is made up: no source of the time names one.
  hasExpiration: { admin: false, project: false },
};

/** The looks by version: labels and places are evidence (§1.2, §1.3). */
export const LOOKS: Readonly<Record<Version, Look>> = {
  'oct-2026': LATEST,
  // A project key's end came on 10 September 2026; since when an admin key has one is not known.
  'aug-2026': { ...LATEST, hasExpiration: { admin: true, project: false } },
  'may-2025': OLDER,
  'feb-2024': {
    ...OLDER,
    createBelowTable: true,
    hasOwnerAndProject: false,
    readOnly: 'Read Only',
  },
};
