import { Button } from '@openai/apps-sdk-ui/components/Button';
import { useCallback, useEffect, useState } from 'react';
import { CreateDialog } from './create-dialog.tsx';
import { KeysTable } from './keys-table.tsx';
import { RevealDialog } from './reveal-dialog.tsx';
import { EditDialog, RevokeDialog } from './row-dialogs.tsx';
import type { Permission } from '../scopes.ts';
import { ask, type KeyRow, type NewKey } from './server.ts';
import { ALL_KEYS, Toolbar, type Filter } from './toolbar.tsx';

type Open =
  | { readonly dialog: 'create' }
  | { readonly dialog: 'reveal'; readonly value: string; readonly permission: Permission }
  | { readonly dialog: 'revoke' | 'edit'; readonly row: KeyRow };

/** The API keys page (openai-platform.md §1.2, August 2026) and the Admin keys page (§1.6). */
export function KeysPage({ kind }: { kind: 'admin' | 'project' }) {
  const isAdmin = kind === 'admin';
  const [keys, setKeys] = useState<readonly KeyRow[]>();
  const [open, setOpen] = useState<Open>();
  // The API keys page opens with its chip "Active"; of the admin page no chip is known.
  const [filter, setFilter] = useState<Filter>({ ...ALL_KEYS, status: isAdmin ? '' : 'Active' });
  const load = useCallback(() => {
    void ask<KeyRow[]>('GET', `keys?kind=${kind}`).then(setKeys);
  }, [kind]);
  useEffect(load, [load]);
  useRendering();
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
  const shown = keys.filter(
    ({ name, status }) =>
      (filter.status === '' || status === filter.status) &&
      name.toLowerCase().includes(filter.search.toLowerCase()),
  );
  return (
    <>
      <div className="bar">
        <h1>{isAdmin ? 'Admin keys' : 'API keys'}</h1>
        {!isAdmin && (
          <>
            <button type="button">API key security guidance</button>
            <a href="/usage">API Key Usage</a>
          </>
        )}
        <Button color="primary" onClick={() => setOpen({ dialog: 'create' })}>
          {isAdmin ? 'Create new Admin key' : 'Create new secret key'}
        </Button>
      </div>
      {!isAdmin && <Toolbar filter={filter} onChange={setFilter} />}
      <p className="muted">{shown.length} results</p>
      <KeysTable
        kind={kind}
        keys={shown}
        onEdit={(row) => setOpen({ dialog: 'edit', row })}
        onDelete={(row) => setOpen({ dialog: 'revoke', row })}
      />
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

/** Renders the page and the dialog in it again and again, as an app does whose data keep coming. */
function useRendering(): void {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 250);
    return () => clearInterval(timer);
  }, []);
}
