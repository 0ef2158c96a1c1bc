import { ExpirationField, PermissionFields } from './fields.tsx';
import { Footer } from './footer.tsx';
import { useKept } from './kept.tsx';
import { useKit } from './kits/context.ts';
import { LOOKS } from './looks.ts';
import { expirationsOf, mayEnd, ownersOf, type Owner } from './rules.ts';
import { useScene } from './scene.ts';
import type { Permission } from '../scopes.ts';
import type { NewKey, Rows } from './server.ts';

/** The second project is made up, so that there is a wrong one to choose. */
const PROJECTS = [
  { value: 'default', label: 'Default project' },
  { value: 'sandbox', label: 'Sandbox' },
];

/** The text for "You" is known (openai-platform.md §1.3), the other is made up. */
const OWNER_HELP: Readonly<Record<Owner, string>> = {
  you: 'This API key is tied to your user and can make requests against the selected project. If you are removed from the organization or project, this key will be disabled.',
  'service-account':
    'A new bot member (service account) will be added to your project, and an API key will be created.',
};

/** "Create new secret key" (openai-platform.md §1.3) or "Create new admin key" (§1.6). */
export function CreateDialog(props: {
  kind: 'admin' | 'project';
  onCancel(): void;
  onCreate(key: NewKey): void;
}) {
  const { kind } = props;
  const { Dialog, Segments, Select, TextField } = useKit();
  const scene = useScene();
  const look = LOOKS[scene.version];
  const hasEnd = look.hasExpiration[kind];
  const owners = ownersOf(scene);
  const [owner, setOwner] = useKept<Owner>(
    'owner',
    (kind === 'project' && owners[0]?.value) || 'you',
  );
  const [name, setName] = useKept('name', '');
  const [project, setProject] = useKept('project', 'default');
  const [expiration, setExpiration] = useKept(
    'expiration',
    (hasEnd && expirationsOf(scene)[0]) || 'Never',
  );
  const [permission, setPermission] = useKept<Permission>('permission', 'all');
  const [rows, setRows] = useKept<Rows>('rows', {});
  const [busy, setBusy] = useKept('busy', false);
  const isAdmin = kind === 'admin';
  const isOwn = owner === 'you';
  const hasProject = !isAdmin && look.hasOwnerAndProject;
  const create = () => {
    setBusy(true);
    props.onCreate({ kind: isOwn ? kind : owner, name, permission, expiration, rows });
  };
  return (
    <Dialog
      title={isAdmin ? 'Create new admin key' : 'Create new secret key'}
      onClose={props.onCancel}
      footer={
        <Footer
          submit={isAdmin ? 'Create admin key' : 'Create secret key'}
          busy={busy}
          disabled={isOwn && hasEnd && !mayEnd(scene, expiration)}
          onCancel={props.onCancel}
          onSubmit={create}
        />
      }
    >
      {hasProject && (
        <Segments<Owner>
          label="Owned by"
          name="API key owner"
          value={owner}
          options={owners}
          onChange={setOwner}
        >
          <p className="muted">{OWNER_HELP[owner]}</p>
        </Segments>
      )}
      {/* The admin dialog's placeholder is made up. */}
      <TextField
        label={isAdmin ? 'Name' : <NameLabel optional={isOwn} />}
        placeholder={isAdmin ? 'My Admin Key' : 'My Test Key'}
        value={name}
        onChange={setName}
      />
      {hasProject && (
        <Select label="Project" value={project} options={PROJECTS} onChange={setProject} />
      )}
      {isOwn && (
        <>
          {hasEnd && <ExpirationField onChange={setExpiration} />}
          <PermissionFields
            kind={kind}
            permission={permission}
            rows={rows}
            onPermission={setPermission}
            onRows={setRows}
          />
        </>
      )}
    </Dialog>
  );
}

function NameLabel({ optional }: { optional: boolean }) {
  return <>Name {optional && <span className="muted">Optional</span>}</>;
}
