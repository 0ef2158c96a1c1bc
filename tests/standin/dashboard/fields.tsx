import { useKept } from './kept.tsx';
import { useKit } from './kits/context.ts';
import { LOOKS } from './looks.ts';
import { Matrix } from './matrix.tsx';
import { expirationsOf } from './rules.ts';
import { useScene } from './scene.ts';
import type { Permission } from '../scopes.ts';
import type { Rows } from './server.ts';

/** When the key ends. That Custom takes days is made up; that it takes one at least is known (§1.6). */
export function ExpirationField(props: { onChange(expiration: string): void }) {
  const { Select, TextField } = useKit();
  const choices = expirationsOf(useScene());
  const [choice, setChoice] = useKept('choice', choices[0] ?? 'Never');
  const [days, setDays] = useKept('days', '1');
  return (
    <Select
      label="Expiration"
      value={choice}
      options={choices.map((each) => ({ value: each, label: each }))}
      onChange={(value) => {
        setChoice(value);
        props.onChange(value === 'Custom' ? `${days} days` : value);
      }}
    >
      {choice === 'Custom' && (
        <TextField
          type="number"
          placeholder="Days"
          value={days}
          onChange={(value) => {
            setDays(value);
            props.onChange(`${value} days`);
          }}
        />
      )}
    </Select>
  );
}

/** All, Restricted or Read only; and the matrix when Restricted. */
export function PermissionFields(props: {
  kind: 'admin' | 'project';
  permission: Permission;
  rows: Rows;
  onPermission(permission: Permission): void;
  onRows(rows: Rows): void;
}) {
  const { kind, permission, rows } = props;
  const { Segments } = useKit();
  const { readOnly } = LOOKS[useScene().version];
  return (
    <>
      <Segments<Permission>
        label="Permissions"
        value={permission}
        options={[
          { value: 'all', label: 'All' },
          { value: 'restricted', label: 'Restricted' },
          { value: 'read-only', label: readOnly },
        ]}
        onChange={props.onPermission}
      />
      {permission === 'restricted' && <Matrix kind={kind} rows={rows} onChange={props.onRows} />}
    </>
  );
}
