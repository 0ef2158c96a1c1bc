import { useCallback, useEffect, useState } from 'react';
import { KeysDialog, type Open } from './keys-dialog.tsx';
import { CreateButton, KeysHeader } from './keys-header.tsx';
import { KeysTable } from './keys-table.tsx';
import { LOOKS } from './looks.ts';
import { later, useScene } from './scene.ts';
import { ask, type KeyRow } from './server.ts';
import { ALL_KEYS, Toolbar, type Filter } from './toolbar.tsx';

/** The API keys page (openai-platform.md §1.2) and the Admin keys page (§1.6). */
export function KeysPage({ kind }: { kind: 'admin' | 'project' }) {
  const isAdmin = kind === 'admin';
  const scene = useScene();
  const look = LOOKS[scene.version];
  const [keys, setKeys] = useState<readonly KeyRow[]>();
  const [open, setOpen] = useState<Open>();
  // The API keys page opens with its chip "Active"; of the admin page no chip is known.
  const usual = isAdmin && look.keepsRevoked ? '' : 'Active';
  const [filter, setFilter] = useState<Filter>({ ...ALL_KEYS, status: usual });
  const { slowMs } = scene;
  const load = useCallback(() => {
    void ask<KeyRow[]>('GET', `keys?kind=${kind}`).then((rows) =>
      later(slowMs, () => setKeys(rows)),
    );
  }, [kind, slowMs]);
  useEffect(load, [load]);
  useRendering();
  if (!keys) return <p>Loading…</p>;

  const shown = keys.filter(
    ({ name, status }) =>
      (filter.status === '' || status === filter.status) &&
      name.toLowerCase().includes(filter.search.toLowerCase()),
  );
  const create = () =>
    later(slowMs, () => setOpen({ dialog: scene.phoneVerification ? 'phone' : 'create' }));
  return (
    <>
      <KeysHeader kind={kind} onCreate={create} />
      {!isAdmin && look.hasToolbar && <Toolbar filter={filter} onChange={setFilter} />}
      {look.hasToolbar && <p className="muted">{shown.length} results</p>}
      <KeysTable
        kind={kind}
        keys={shown}
        onEdit={(row) => setOpen({ dialog: 'edit', row })}
        onDelete={(row) => setOpen({ dialog: 'revoke', row })}
      />
      {look.createBelowTable && <CreateButton kind={kind} onCreate={create} />}
      <KeysDialog kind={kind} open={open} setOpen={setOpen} onChange={load} />
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
