import type { ReactNode } from 'react';
import type { Version } from '../scene.ts';
import type { KeyRow } from './server.ts';

/** A column's heading, and what it shows of a key. */
export type Column = readonly [name: string, of: (key: KeyRow) => ReactNode];

const PERMISSIONS = { all: 'All', restricted: 'Restricted', 'read-only': 'Read only' } as const;

const day = (time: number | undefined): string =>
  time === undefined
    ? 'Never'
    : new Date(time).toLocaleDateString('en-US', {
        month: 'short',
        day: 'numeric',
        year: 'numeric',
      });

const CELLS = {
  name: ({ name }) => name,
  status: ({ status }) => status,
  id: ({ id }) => id,
  redacted: ({ redacted }) => redacted,
  created: ({ createdAt }) => day(createdAt),
  expires: ({ expiresAt }) => day(expiresAt),
  used: ({ lastUsedAt }) => day(lastUsedAt),
  by: () => 'Fay Keller',
  permissions: ({ kind, permission }) =>
    kind === 'service-account' && permission === 'all' ? 'Inherited' : PERMISSIONS[permission],
  spend: () => '$0.00',
  project: ({ project }) => project,
  tracking: () => <button type="button">+ Enable</button>,
} satisfies Record<string, Column[1]>;

const NAME: readonly Column[] = [
  ['Name', CELLS.name],
  ['Status', CELLS.status],
  ['Tracking ID', CELLS.id],
  ['Secret Key', CELLS.redacted],
  ['Created', CELLS.created],
];
// "Expires" was seen in October 2026; where it stands is made up.
const EXPIRES: Column = ['Expires', CELLS.expires];
const USE: readonly Column[] = [
  ['Last used', CELLS.used],
  ['Created by', CELLS.by],
  ['Permissions', CELLS.permissions],
];
const SPEND: Column = ['Monthly spend', CELLS.spend];

/** The columns of the project keys' table, by version (openai-platform.md §1.2). */
const OF_PROJECT: Readonly<Record<Version, readonly Column[]>> = {
  'oct-2026': [...NAME, EXPIRES, ...USE, SPEND],
  'aug-2026': [...NAME, ...USE, SPEND],
  'may-2025': [
    ['NAME', CELLS.name],
    ['SECRET KEY', CELLS.redacted],
    ['CREATED', CELLS.created],
    ['LAST USED', CELLS.used],
    ['CREATED BY', CELLS.by],
    ['PERMISSIONS', CELLS.permissions],
  ],
  'feb-2024': [
    ['NAME', CELLS.name],
    ['SECRET KEY', CELLS.redacted],
    ['TRACKING', CELLS.tracking],
    ['CREATED', CELLS.created],
    ['LAST USED', CELLS.used],
    ['PERMISSIONS', CELLS.permissions],
  ],
};

/**
 * The columns of a table of keys. Of the admin keys' little is known, so it has the project keys' of October. The
 * organization's list says which project a key is of: known from a copy of December 2024, as "PROJECT ACCESS".
 */
export function columnsOf(
  kind: 'admin' | 'project',
  version: Version,
  ofOrganization: boolean,
): readonly Column[] {
  if (kind === 'admin') return [...NAME, EXPIRES, ...USE];
  const columns = OF_PROJECT[version];
  return ofOrganization ? [...columns, ['Project access', CELLS.project]] : columns;
}
