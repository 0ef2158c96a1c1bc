import { Button } from '@openai/apps-sdk-ui/components/Button';
import { Input } from '@openai/apps-sdk-ui/components/Input';
import { useCallback, useEffect, useState } from 'react';
import { CreateDialog } from './create-dialog.tsx';
import { RevealDialog } from './reveal-dialog.tsx';
import { EditDialog, RevokeDialog } from './row-dialogs.tsx';
import { ask, type KeyRow, type NewKey, type Permission } from './server.ts';

type Open =
  | { readonly dialog: 'create' }
  | { readonly dialog: 'reveal'; readonly value: string; readonly permission: Permission }
  | { readonly dialog: 'revoke' | 'edit'; readonly row: KeyRow };

/** The API keys page (openai-platform.md §1.2, August 2026) and the Admin keys page (§1.6). */
export function KeysPage({ kind }: { kind: 'admin' | 'project' }) {
  const [keys, setKeys] = useState<readonly KeyRow[]>();
  const [open, setOpen] = useState<Open>();
  const load = useCallback(() => {
    void ask<KeyRow[]>('GET', `keys?kind=${kind}`).then(setKeys);
  }, [kind]);
  useEffect(load, [load]);
  if (!keys) return <p>Loading…</p>;

  const close = () => {
    setOpen(undefined);
    load();
  };
  const create = (key: NewKey) => {
    void ask<KeyRow & { value: string }>('POST', 'keys', key).then(({ value, permission }) => {
      setOpen({ dialog: 'reveal', value, permission });
      load();
    });
  };
  const change = (method: 'PATCH' | 'DELETE', row: KeyRow, body?: unknown) => {
    void ask(method, `keys/${row.id}`, body).then(close);
  };
  const admin = kind === 'admin';
  return (
    <>
      <div className="bar">
        <h1>{admin ? 'Admin keys' : 'API keys'}</h1>
        <Button color="primary" onClick={() => setOpen({ dialog: 'create' })}>
          {admin ? 'Create new Admin key' : 'Create new secret key'}
        </Button>
      </div>
      {!admin && (
        <div className="bar">
          <Input aria-label="Search API keys" placeholder="Search" />
        </div>
      )}
      <p className="muted">{keys.length} results</p>
      <table>
        <thead>
          <tr>
            {[
              'Name',
              'Status',
              'Tracking ID',
              'Secret Key',
              'Created',
              'Expires',
              'Created by',
              'Permissions',
              'Actions',
            ].map((column) => (
              <th key={column}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((row) => (
            <tr key={row.id}>
              <td>{row.name}</td>
              <td>{row.status}</td>
              <td>{row.id}</td>
              <td>{row.redacted}</td>
              <td>{new Date(row.createdAt).toDateString()}</td>
              <td>{row.expiration}</td>
              <td>Fay Keller</td>
              <td>
                {{ all: 'All', restricted: 'Restricted', 'read-only': 'Read only' }[row.permission]}
              </td>
              <td>
                <button type="button" onClick={() => setOpen({ dialog: 'edit', row })}>
                  Edit
                </button>{' '}
                <button type="button" onClick={() => setOpen({ dialog: 'revoke', row })}>
                  Delete
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open?.dialog === 'create' && <CreateDialog kind={kind} onCancel={close} onCreate={create} />}
      {open?.dialog === 'reveal' && (
        <RevealDialog value={open.value} permission={open.permission} onDone={close} />
      )}
      {open?.dialog === 'revoke' && (
        <RevokeDialog row={open.row} onCancel={close} onRevoke={() => change('DELETE', open.row)} />
      )}
      {open?.dialog === 'edit' && (
        <EditDialog
          row={open.row}
          onCancel={close}
          onSave={(edit) => change('PATCH', open.row, edit)}
        />
      )}
    </>
  );
}
