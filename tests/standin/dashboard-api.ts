import { setTimeout as wait } from 'node:timers/promises';
import { jsonOf, type Answer, type Question } from './http.ts';
import type { FakeKey, FakeKeyKind, KeyStore } from './key-store.ts';
import { scopesOf } from './scopes.ts';

interface CreateRequest {
  readonly kind: FakeKeyKind;
  readonly name: string;
  readonly permission: FakeKey['permission'];
  readonly expiration: string;
  readonly rows: Readonly<Record<string, string>>;
}

/** The private API behind the stand-in's dashboard. Its shape is ours: OpenAI's own is not to be touched. */
export async function answerDashboard(
  question: Question,
  store: KeyStore,
  latencyMs: number,
): Promise<Answer> {
  await wait(latencyMs);
  const { method, url } = question;
  const kind = url.searchParams.get('kind') === 'admin' ? 'admin' : 'project';
  if (method === 'GET' && url.pathname === '/internal/keys') {
    const keys = store.keys.filter((key) => (key.kind === 'admin') === (kind === 'admin'));
    return { status: 200, body: keys.map(tableRow) };
  }
  if (method === 'POST' && url.pathname === '/internal/keys') {
    const wanted = jsonOf(question) as CreateRequest;
    const key = store.create({
      kind: wanted.kind,
      name: wanted.name || 'Secret key',
      permission: wanted.permission,
      scopes: scopesOf(wanted.kind, wanted.permission, wanted.rows),
      expiration: wanted.expiration,
    });
    return { status: 200, body: { ...tableRow(key), value: key.value } };
  }
  const key = store.byId(url.pathname.split('/').at(-1) ?? '');
  if (!key) return { status: 404 };
  if (method === 'DELETE') {
    key.revoked = true;
    return { status: 200, body: tableRow(key) };
  }
  if (method === 'PATCH') {
    const { name, permission, rows } = jsonOf(question) as CreateRequest;
    key.name = name;
    key.permission = permission;
    key.scopes = scopesOf(key.kind, permission, rows);
    return { status: 200, body: tableRow(key) };
  }
  return { status: 405 };
}

function tableRow({ id, kind, name, value, permission, expiration, revoked, createdAt }: FakeKey) {
  return {
    id,
    kind,
    name,
    redacted: `sk-...${value.slice(-4)}`,
    permission,
    expiration,
    status: revoked ? 'Revoked' : 'Active',
    createdAt,
  };
}
