import { setTimeout as wait } from 'node:timers/promises';
import { jsonOf, type Answer, type Question } from './http.ts';
import type { FakeKey } from './key-store.ts';
import type { Scene } from './scene.ts';
import type { FakeKeyKind, Permission } from './scopes.ts';
import type { StandinState } from './state.ts';

/** What the create and edit dialogs send. */
interface Form {
  readonly kind: FakeKeyKind;
  readonly name: string;
  readonly project?: string;
  readonly permission: Permission;
  readonly expiration: string;
  readonly rows: Readonly<Record<string, string>>;
}

/** The private API behind the stand-in's dashboard. Its shape is ours: OpenAI's own is not to be touched. */
export async function answerDashboard(question: Question, state: StandinState): Promise<Answer> {
  const { store, latencyMs } = state;
  const { method, url } = question;
  if (url.pathname === '/internal/scene') {
    // What a person has gone through is behind them: signed in, verified, welcomed.
    if (method === 'POST')
      state.scene = { ...state.scene, ...(jsonOf(question) as Partial<Scene>) };
    return { status: 200, body: state.scene };
  }
  if (url.pathname === '/internal/kit') return { status: 200, body: { kit: state.kit } };
  await wait(latencyMs);
  if (url.pathname === '/internal/keys') {
    if (method === 'POST') return create(jsonOf(question) as Form, state);
    const isAdmin = url.searchParams.get('kind') === 'admin';
    const keys = store.keys.filter((key) => (key.kind === 'admin') === isAdmin);
    return { status: 200, body: keys.map(tableRow) };
  }
  const key = store.byId(url.pathname.split('/').at(-1) ?? '');
  if (!key) return { status: 404 };
  if (method === 'DELETE') key.revoked = true;
  if (method === 'PATCH') {
    const { name, permission, rows } = jsonOf(question) as Form;
    store.edit(key, { name, permission, rows });
  }
  return { status: 200, body: tableRow(key) };
}

function create(form: Form, { store }: StandinState): Answer {
  const { kind, project = 'Default project', permission, rows, expiration } = form;
  // A service account's key is broad and without an end (openai-platform.md §1.3).
  const isOwn = kind !== 'service-account';
  const key = store.create({
    kind,
    name: form.name || 'Secret key',
    project,
    permission: isOwn ? permission : 'all',
    rows,
    expiration: isOwn ? expiration : 'Never',
  });
  return { status: 200, body: { ...tableRow(key), value: key.value } };
}

function tableRow(key: FakeKey) {
  const { id, kind, name, project = 'Default project', value, permission, rows, revoked } = key;
  return {
    id,
    kind,
    name,
    project,
    redacted: `sk-...${value.slice(-4)}`,
    permission,
    rows,
    status: revoked ? 'Revoked' : 'Active',
    createdAt: key.createdAt,
    expiresAt: key.expiresAt,
    lastUsedAt: key.lastUsedAt,
  };
}
