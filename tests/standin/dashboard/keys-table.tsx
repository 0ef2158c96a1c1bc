import { columnsOf } from './columns.tsx';
import { LOOKS } from './looks.ts';
import { usePlace } from './place.ts';
import { RowActions, RowIcons } from './row-actions.tsx';
import { useScene } from './scene.ts';
import type { KeyRow } from './server.ts';

/** The table of keys. */
export function KeysTable(props: {
  kind: 'admin' | 'project';
  keys: readonly KeyRow[];
  onEdit(row: KeyRow): void;
  onDelete(row: KeyRow): void;
}) {
  const { version } = useScene();
  const ofOrganization = usePlace().pathname.startsWith('/settings/organization/');
  const columns = columnsOf(props.kind, version, ofOrganization);
  const isNamed = LOOKS[version].rowActions === 'named';
  const Actions = isNamed ? RowActions : RowIcons;
  return (
    <table>
      <thead>
        <tr>
          {columns.map(([name]) => (
            <th key={name}>{name}</th>
          ))}
          {isNamed && <th>Actions</th>}
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
                <Actions row={row} onEdit={props.onEdit} onDelete={props.onDelete} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
