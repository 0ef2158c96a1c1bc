import { Button } from '@openai/apps-sdk-ui/components/Button';
import { Input } from '@openai/apps-sdk-ui/components/Input';
import { SegmentedControl } from '@openai/apps-sdk-ui/components/SegmentedControl';
import { Select } from '@openai/apps-sdk-ui/components/Select';
import { useState } from 'react';
import { Dialog } from './dialog.tsx';
import { Matrix, type Rows } from './matrix.tsx';
import type { NewKey, Permission } from './server.ts';

/** That the control exists since September 2026 is known, and "Custom" and "Never"; the other choices are made up. */
const EXPIRATIONS = ['Never', '7 days', '30 days', '60 days', '90 days', 'Custom'];

/** "Create new secret key" (openai-platform.md §1.3) or "Create new admin key" (§1.6). */
export function CreateDialog(props: {
  kind: 'admin' | 'project';
  onCancel(): void;
  onCreate(key: NewKey): void;
}) {
  const { kind } = props;
  const [owner, setOwner] = useState<'you' | 'service-account'>('you');
  const [name, setName] = useState('');
  const [expiration, setExpiration] = useState('Never');
  const [permission, setPermission] = useState<Permission>('all');
  const [rows, setRows] = useState<Rows>({});
  const [busy, setBusy] = useState(false);
  const admin = kind === 'admin';
  const create = () => {
    setBusy(true);
    props.onCreate({ kind: owner === 'you' ? kind : owner, name, permission, expiration, rows });
  };
  return (
    <Dialog
      title={admin ? 'Create new admin key' : 'Create new secret key'}
      onClose={props.onCancel}
    >
      {!admin && (
        <div className="field">
          <div className="label">Owned by</div>
          <SegmentedControl aria-label="API key owner" value={owner} onChange={setOwner}>
            <SegmentedControl.Option value="you">You</SegmentedControl.Option>
            <SegmentedControl.Option value="service-account">
              Service account
            </SegmentedControl.Option>
          </SegmentedControl>
          <p className="muted">
            This API key is tied to your user and can make requests against the selected project. If
            you are removed from the organization or project, this key will be disabled.
          </p>
        </div>
      )}
      <div className="field">
        <div className="label">Name {!admin && <span className="muted">Optional</span>}</div>
        <Input
          placeholder={admin ? 'My Admin Key' : 'My Test Key'}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </div>
      {!admin && (
        <div className="field">
          <div className="label">Project</div>
          <Select
            value="default"
            options={[{ value: 'default', label: 'Default project' }]}
            onChange={() => undefined}
          />
        </div>
      )}
      <div className="field">
        <div className="label">Expiration</div>
        <Select
          value={expiration}
          options={EXPIRATIONS.map((each) => ({ value: each, label: each }))}
          onChange={({ value }) => setExpiration(value)}
        />
      </div>
      {owner === 'you' && (
        <div className="field">
          <div className="label">Permissions</div>
          <SegmentedControl aria-label="Permissions" value={permission} onChange={setPermission}>
            <SegmentedControl.Option value="all">All</SegmentedControl.Option>
            <SegmentedControl.Option value="restricted">Restricted</SegmentedControl.Option>
            <SegmentedControl.Option value="read-only">Read only</SegmentedControl.Option>
          </SegmentedControl>
        </div>
      )}
      {owner === 'you' && permission === 'restricted' && (
        <Matrix kind={kind} rows={rows} onChange={setRows} />
      )}
      <div className="footer">
        <Button color="secondary" variant="soft" onClick={props.onCancel}>
          Cancel
        </Button>
        <Button color="primary" loading={busy} onClick={create}>
          {admin ? 'Create admin key' : 'Create secret key'}
        </Button>
      </div>
    </Dialog>
  );
}
