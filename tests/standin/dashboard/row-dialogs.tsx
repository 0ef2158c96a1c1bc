import { useState } from 'react';
import { PermissionFields } from './fields.tsx';
import { Footer } from './footer.tsx';
import { useKit } from './kits/context.ts';
import type { KeyEdit, KeyRow } from './server.ts';

/** "Revoke secret key" (openai-platform.md §1.7, February 2024; the wording of 2026 is not known). */
export function RevokeDialog(props: { row: KeyRow; onCancel(): void; onRevoke(): void }) {
  const { Dialog, ShownValue } = useKit();
  return (
    <Dialog
      title="Revoke secret key"
      onClose={props.onCancel}
      footer={
        <Footer
          submit="Revoke key"
          color="danger"
          onCancel={props.onCancel}
          onSubmit={props.onRevoke}
        />
      }
    >
      <p>
        This API key will immediately be disabled. API requests made using this key will be
        rejected, which could cause any systems still depending on it to break. Once revoked,
        you&apos;ll no longer be able to view or modify this API key.
      </p>
      <ShownValue value={props.row.redacted} />
    </Dialog>
  );
}

/** The edit dialog. Its title and its save button are made up (openai-platform.md §1.7). */
export function EditDialog(props: { row: KeyRow; onCancel(): void; onSave(edit: KeyEdit): void }) {
  const { row } = props;
  const { Dialog, TextField } = useKit();
  const [name, setName] = useState(row.name);
  const [permission, setPermission] = useState(row.permission);
  const [rows, setRows] = useState(row.rows);
  return (
    <Dialog
      title="Edit secret key"
      onClose={props.onCancel}
      footer={
        <Footer
          submit="Save"
          onCancel={props.onCancel}
          onSubmit={() => props.onSave({ name, permission, rows })}
        />
      }
    >
      <TextField label="Name" value={name} onChange={setName} />
      <PermissionFields
        kind={row.kind === 'admin' ? 'admin' : 'project'}
        permission={permission}
        rows={rows}
        onPermission={setPermission}
        onRows={setRows}
      />
    </Dialog>
  );
}
