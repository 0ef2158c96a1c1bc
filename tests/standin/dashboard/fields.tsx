import { Input } from '@openai/apps-sdk-ui/components/Input';
import { SegmentedControl } from '@openai/apps-sdk-ui/components/SegmentedControl';
import { Select } from '@openai/apps-sdk-ui/components/Select';
import type { ReactNode } from 'react';
import { useKept } from './kept.tsx';
import { LOOKS } from './looks.ts';
import { Matrix } from './matrix.tsx';
import { expirationsOf } from './rules.ts';
import { useScene } from './scene.ts';
import type { Permission } from '../scopes.ts';
import type { Rows } from './server.ts';

/** A control below its visible label, which isn't tied to it: so it is on the real page (openai-platform.md §1.3). */
export function Field({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="field">
      <div className="label">{label}</div>
      {children}
    </div>
  );
}

/** When the key ends. That Custom takes days is made up; that it takes one at least is known (§1.6). */
export function ExpirationField(props: { onChange(expiration: string): void }) {
  const choices = expirationsOf(useScene());
  const [choice, setChoice] = useKept('choice', choices[0] ?? 'Never');
  const [days, setDays] = useKept('days', '1');
  return (
    <Field label="Expiration">
      <Select
        value={choice}
        options={choices.map((each) => ({ value: each, label: each }))}
        onChange={({ value }) => {
          setChoice(value);
          props.onChange(value === 'Custom' ? `${days} days` : value);
        }}
      />
      {choice === 'Custom' && (
        <Input
          type="number"
          min={1}
          placeholder="Days"
          value={days}
          onChange={({ target }) => {
            setDays(target.value);
            props.onChange(`${target.value} days`);
          }}
        />
      )}
    </Field>
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
  const { readOnly } = LOOKS[useScene().version];
  return (
    <>
      <Field label="Permissions">
        <SegmentedControl aria-label="Permissions" value={permission} onChange={props.onPermission}>
          <SegmentedControl.Option value="all">All</SegmentedControl.Option>
          <SegmentedControl.Option value="restricted">Restricted</SegmentedControl.Option>
          <SegmentedControl.Option value="read-only">{readOnly}</SegmentedControl.Option>
        </SegmentedControl>
      </Field>
      {permission === 'restricted' && <Matrix kind={kind} rows={rows} onChange={props.onRows} />}
    </>
  );
}
