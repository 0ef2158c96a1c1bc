import { Input } from '@openai/apps-sdk-ui/components/Input';
import { SegmentedControl } from '@openai/apps-sdk-ui/components/SegmentedControl';
import { Select } from '@openai/apps-sdk-ui/components/Select';
import { Dialog, Footer } from './dialog.tsx';
import { ExpirationField, Field, PermissionFields } from './fields.tsx';
import { useKept } from './kept.tsx';
import { LOOKS } from './looks.ts';
import { expirationsOf, mayEnd, ownersOf, type Owner } from './rules.ts';
import { useScene } from './scene.ts';
import type { Permission } from '../scopes.ts';
import type { NewKey, Rows } from './server.ts';

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
    >
      {hasProject && (
        <Field label="Owned by">
          <SegmentedControl aria-label="API key owner" value={owner} onChange={setOwner}>
            {owners.map(({ value, label }) => (
              <SegmentedControl.Option key={value} value={value}>
                {label}
              </SegmentedControl.Option>
            ))}
          </SegmentedControl>
          <p className="muted">{OWNER_HELP[owner]}</p>
        </Field>
      )}
      <Field label={isAdmin ? 'Name' : <NameLabel optional={isOwn} />}>
        {/* The admin dialog's placeholder is made up. */}
        <Input
          placeholder={isAdmin ? 'My Admin Key' : 'My Test Key'}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </Field>
      {hasProject && (
        <Field label="Project">
          {/* The second project is made up, so that there is a wrong one to choose. */}
          <Select
            value={project}
            options={[
              { value: 'default', label: 'Default project' },
              { value: 'sandbox', label: 'Sandbox' },
            ]}
            onChange={({ value }) => setProject(value)}
          />
        </Field>
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
      <Footer
        submit={isAdmin ? 'Create admin key' : 'Create secret key'}
        busy={busy}
        disabled={isOwn && hasEnd && !mayEnd(scene, expiration)}
        onCancel={props.onCancel}
        onSubmit={create}
      />
    </Dialog>
  );
}

function NameLabel({ optional }: { optional: boolean }) {
  return <>Name {optional && <span className="muted">Optional</span>}</>;
}
