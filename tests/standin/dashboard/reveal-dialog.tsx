import { useKit } from './kits/context.ts';
import { RevealText } from './reveal-text.tsx';
import type { Permission } from '../scopes.ts';

/** The summary for All is known (openai-platform.md §1.5); the other two are made up. */
const SUMMARY: Readonly<Record<Permission, string>> = {
  all: 'Read and write API resources',
  restricted: 'Restricted access to API resources',
  'read-only': 'Read API resources',
};

/** "Save your key": the one time that the key is shown, in a read-only field without a name (openai-platform.md §1.5). */
export function RevealDialog(props: { value: string; permission: Permission; onDone(): void }) {
  const { Button, Dialog, ShownValue } = useKit();
  const done = (
    <Button color="primary" onClick={props.onDone}>
      Done
    </Button>
  );
  return (
    <Dialog title="Save your key" onClose={props.onDone} footer={done}>
      <RevealText />
      <ShownValue value={props.value} hasCopy />
      <div className="label">Permissions</div>
      <p className="muted">{SUMMARY[props.permission]}</p>
    </Dialog>
  );
}
