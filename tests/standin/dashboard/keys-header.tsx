import { Alert } from '@openai/apps-sdk-ui/components/Alert';
import { Button } from '@openai/apps-sdk-ui/components/Button';
import type { Version } from '../scene.ts';
import { LOOKS } from './looks.ts';
import { useScene } from './scene.ts';

interface Props {
  readonly kind: 'admin' | 'project';
  onCreate(): void;
}

/** What stands above the table: the title, the way to a new key, and what the page has to say. */
export function KeysHeader(props: Props) {
  const scene = useScene();
  const look = LOOKS[scene.version];
  const isAdmin = props.kind === 'admin';
  return (
    <>
      <div className="bar">
        <h1>{isAdmin ? 'Admin keys' : 'API keys'}</h1>
        {!isAdmin && look.hasToolbar && (
          <>
            <button type="button">API key security guidance</button>
            <a href="/usage">API Key Usage</a>
          </>
        )}
        {!look.createBelowTable && <CreateButton {...props} />}
      </div>
      {!isAdmin &&
        scene.role === 'owner' &&
        INTRO[scene.version].map((each) => <p key={each}>{each}</p>)}
      {!isAdmin && scene.creation === 'none' && (
        // That keys can be switched off is known since September 2026 (openai-platform.md §1.8); the words are made up.
        <Alert
          color="warning"
          variant="soft"
          title="API key creation is turned off"
          description="Your organization doesn't allow new API keys in this project. Existing keys keep working."
        />
      )}
      <Rights {...props} />
    </>
  );
}

/** The opener; which of it an organization's rules and a person's role leave is made up (openai-platform.md §1.8). */
export function CreateButton({ kind, onCreate }: Props) {
  const scene = useScene();
  if (scene.role === 'no-button' || (kind === 'admin' && scene.role !== 'owner')) return null;
  const isOff =
    scene.role === 'disabled-button' || (kind === 'project' && scene.creation === 'none');
  return (
    <Button color="primary" disabled={isOff} onClick={onCreate}>
      {kind === 'admin' ? 'Create new Admin key' : LOOKS[scene.version].create}
    </Button>
  );
}

/** What a person who isn't an owner is told. Made up. */
function Rights({ kind }: Props) {
  const { role } = useScene();
  if (role === 'owner') return null;
  return (
    <p>
      {kind === 'admin'
        ? 'Only organization owners can create Admin keys. Ask an owner of your organization.'
        : "You don't have permission to create API keys in this project. Ask an owner of your organization."}
    </p>
  );
}

const DO_NOT_SHARE: Readonly<Record<'may-2025' | 'feb-2024', string>> = {
  'may-2025':
    "Do not share your API key with others or expose it in the browser or other client-side code. To protect your account's security, OpenAI may automatically disable any API key that has leaked publicly.",
  'feb-2024':
    "Do not share your API key with others, or expose it in the browser or other client-side code. In order to protect the security of your account, OpenAI may also automatically disable any API key that we've found has leaked publicly.",
};

/** What the older pages said (openai-platform.md §1.2). */
const INTRO: Readonly<Record<Version, readonly string[]>> = {
  'oct-2026': [],
  'aug-2026': [],
  'may-2025': [
    'As an owner of this project, you can view and manage all API keys in this project.',
    DO_NOT_SHARE['may-2025'],
    'View usage per API key on the Usage page.',
  ],
  'feb-2024': [
    'Your secret API keys are listed below. Please note that we do not display your secret API keys again after you generate them.',
    DO_NOT_SHARE['feb-2024'],
    'Enable tracking to see usage per API key on the Usage page.',
  ],
};
