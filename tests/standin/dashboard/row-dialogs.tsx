import { Button } from '@openai/apps-sdk-ui/components/Button';
import { Input } from '@openai/apps-sdk-ui/components/Input';
import { SegmentedControl } from '@openai/apps-sdk-ui/components/SegmentedControl';
import { useState } from 'react';
import { Dialog } from './dialog.tsx';
import { Matrix, type Rows } from './matrix.tsx';
import type { KeyRow, Permission } from './server.ts';

/** "Revoke secret key" (openai-platform.md §1.7). */
export function RevokeDialog(props: { row: KeyRow; onCancel(): void; onRevoke(): void }) {
  return (
    <Dialog title="Revoke secret key" onClose={props.onCancel}>
      <p>
        This API key will immediately be disabled. API requests made using this key will be
        rejected, which could cause any systems still depending on it to break. Once revoked, you’ll
        no longer be able to view or modify this API key.
      </p>
      <Input readOnly value={props.row.redacted} />
      <div className="footer">
        <Button color="secondary" variant="soft" onClick={props.onCancel}>
          Cancel
        </Button>
        <Button color="danger" onClick={props.onRevoke}>
          Revoke key
        </Button>
      </div>
    </Dialog>
  );
}

/** What an edit asks the server for. */
export interface KeyEdit {
  readonly name: string;
  readonly permission: Permission;
  readonly rows: Rows;
}

/** The edit dialog. Its title and its save button are made up (openai-platform.md §1.7). */
export function EditDialog(props: { row: KeyRow; onCancel(): void; onSave(edit: KeyEdit): void }) {
  const { row } = props;
  const [name, setName] = useState(row.name);
  const [permission, setPermission] = useState(row.permission);
  const [rows, setRows] = useState<Rows>({});
  return (
    <Dialog title="Edit secret key" onClose={props.onCancel}>
      <div className="field">
        <div className="label">Name</div>
        <Input value={name} onChange={({ target }) => setName(target.value)} />
      </div>
      <div className="field">
        <div className="label">Permissions</div>
        <SegmentedControl aria-label="Permissions" value={permission} onChange={setPermission}>
          <SegmentedControl.Option value="all">All</SegmentedControl.Option>
          <SegmentedControl.Option value="restricted">Restricted</SegmentedControl.Option>
          <SegmentedControl.Option value="read-only">Read only</SegmentedControl.Option>
        </SegmentedControl>
      </div>
      {permission === 'restricted' && (
        <Matrix kind={row.kind === 'admin' ? 'admin' : 'project'} rows={rows} onChange={setRows} />
      )}
      <div className="footer">
        <Button color="secondary" variant="soft" onClick={props.onCancel}>
          Cancel
        </Button>
        <Button color="primary" onClick={() => props.onSave({ name, permission, rows })}>
          Save
        </Button>
      </div>
    </Dialog>
  );
}
