import type { Permission } from '../scopes.ts';
import { CreateDialog } from './create-dialog.tsx';
import { Remounted } from './kept.tsx';
import { PhoneDialog } from './phone-dialog.tsx';
import { RevealDialog } from './reveal-dialog.tsx';
import { EditDialog, RevokeDialog } from './row-dialogs.tsx';
import { later, pass, useScene } from './scene.ts';
import { ask, type KeyRow, type NewKey } from './server.ts';

/** Which dialog of the keys page is open. */
export type Open =
  | { readonly dialog: 'phone' | 'create' }
  | { readonly dialog: 'reveal'; readonly value: string; readonly permission: Permission }
  | { readonly dialog: 'revoke' | 'edit'; readonly row: KeyRow };

/** The open dialog of the keys page, and what it does to the keys. */
export function KeysDialog(props: {
  kind: 'admin' | 'project';
  open: Open | undefined;
  setOpen(open: Open | undefined): void;
  /** Loads the table anew. */
  onChange(): void;
}) {
  const { kind, open, setOpen, onChange } = props;
  const { remount, slowMs } = useScene();
  if (!open) return null;
  const close = () => {
    setOpen(undefined);
    onChange();
  };
  const create = (key: NewKey) => {
    void ask<KeyRow & { value: string }>('POST', 'keys', key).then(({ value, permission }) =>
      later(slowMs, () => {
        setOpen({ dialog: 'reveal', value, permission });
        onChange();
      }),
    );
  };
  const change = (method: 'PATCH' | 'DELETE', row: KeyRow, body?: unknown) => {
    void ask(method, `keys/${row.id}`, body).then(close);
  };
  const verified = () => {
    void pass({ phoneVerification: false }).then(() => setOpen({ dialog: 'create' }));
  };
  switch (open.dialog) {
    case 'phone':
      return <PhoneDialog onCancel={close} onVerified={verified} />;
    case 'create':
      return (
        <Remounted when={remount}>
          <CreateDialog kind={kind} onCancel={close} onCreate={create} />
        </Remounted>
      );
    case 'reveal':
      return <RevealDialog value={open.value} permission={open.permission} onDone={close} />;
    case 'revoke':
      return (
        <RevokeDialog row={open.row} onCancel={close} onRevoke={() => change('DELETE', open.row)} />
      );
    case 'edit':
      return (
        <EditDialog
          row={open.row}
          onCancel={close}
          onSave={(edit) => change('PATCH', open.row, edit)}
        />
      );
  }
}
