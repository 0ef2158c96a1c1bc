import { Button } from '@openai/apps-sdk-ui/components/Button';
import type { KeyRow } from './server.ts';

const PERMISSIONS = { all: 'All', restricted: 'Restricted', 'read-only': 'Read only' } as const;

const day = (time: number | undefined): string =>
  time === undefined
    ? 'Never'
    : new Date(time).toLocaleDateString('en-US', {
        month: 'short',
        day: 'numeric',
        year: 'numeric',
      });

/** A column, and what it shows of a key. */
type Column = readonly [name: string, of: (key: KeyRow) => string];

const NAME: readonly Column[] = [
  ['Name', ({ name }) => name],
  ['Status', ({ status }) => status],
  ['Tracking ID', ({ id }) => id],
  ['Secret Key', ({ redacted }) => redacted],
  ['Created', ({ createdAt }) => day(createdAt)],
];
// "Expires" was seen in October 2026; where it stands is made up.
const EXPIRES: Column = ['Expires', ({ expiresAt }) => day(expiresAt)];
const USE: readonly Column[] = [
  ['Last used', ({ lastUsedAt }) => day(lastUsedAt)],
  ['Created by', () => 'Fay Keller'],
  [
    'Permissions',
    ({ kind, permission }) =>
      kind === 'service-account' && permission === 'all' ? 'Inherited' : PERMISSIONS[permission],
  ],
];
const SPEND: Column = ['Monthly spend', () => '$0.00'];

/** The columns of openai-platform.md §1.2; of the admin keys' table little is known, so it has the same. */
const COLUMNS: Readonly<Record<'admin' | 'project', readonly Column[]>> = {
  admin: [...NAME, EXPIRES, ...USE],
  project: [...NAME, EXPIRES, ...USE, SPEND],
};

/** The table of keys. */
export function KeysTable(props: {
  kind: 'admin' | 'project';
  keys: readonly KeyRow[];
  onEdit(row: KeyRow): void;
  onDelete(row: KeyRow): void;
}) {
  const columns = COLUMNS[props.kind];
  return (
    <table>
      <thead>
        <tr>
          {columns.map(([name]) => (
            <th key={name}>{name}</th>
          ))}
          <th>Actions</th>
        </tr>
      </thead>
      <tbody>
        {props.keys.map((row) => (
          <tr key={row.id}>
            {columns.map(([name, of]) => (
              <td key={name}>{of(row)}</td>
            ))}
            <td className="actions">
              {row.status === 'Active' && (
                <>
                  <Button
                    color="secondary"
                    variant="ghost"
                    size="xs"
                    onClick={() => props.onEdit(row)}
                  >
                    Edit
                  </Button>
                  <Button
                    color="secondary"
                    variant="ghost"
                    size="xs"
                    onClick={() => props.onDelete(row)}
                  >
                    Delete
                  </Button>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
