import type { Answer, Question } from '../http.ts';
import type { FakeKey, KeyStore } from '../key-store.ts';

const seconds = (ms: number): number => Math.floor(ms / 1000);
const since = 1_760_000_000;

/** Who made every key of the stand-in. */
export const OWNER = { id: 'user-fake', name: 'Fay Keller', email: 'fay@example.com' };
/** The organization that every key belongs to. */
export const ORGANIZATION = 'org-fake-standin';
/** What the dashboard's sidebar calls it. */
export const ORGANIZATION_TITLE = 'Personal Organization';
/** The one project, which the dashboard's sidebar links to. */
export const PROJECT = 'proj_fake';

function list(all: readonly { readonly id: string }[], { url }: Question): Answer {
  const limit = Number(url.searchParams.get('limit') ?? 20);
  const data = all.slice(0, limit);
  const [first_id = null, last_id = null] = [data[0]?.id, data.at(-1)?.id];
  const body = { object: 'list', data, first_id, last_id, has_more: all.length > data.length };
  return { status: 200, body };
}

/** The organization's projects: the default one. */
export function projects(question: Question): Answer {
  const project = {
    id: PROJECT,
    object: 'organization.project',
    name: 'Default project',
    created_at: since,
    archived_at: null,
    status: 'active',
  };
  return list([project], question);
}

/** The organization's users: the one who made the keys. */
export function users(question: Question): Answer {
  const user = { ...OWNER, object: 'organization.user', role: 'owner', added_at: since };
  return list([user], question);
}

/** The admin keys. The API names no scopes (openai-platform.md §4). */
export function adminKeys(question: Question, { keys }: KeyStore): Answer {
  const admin = keys.filter(({ kind, revoked }) => kind === 'admin' && !revoked);
  return list(admin.map(adminKey), question);
}

function adminKey({ id, name, value, createdAt, expiresAt, lastUsedAt }: FakeKey) {
  return {
    object: 'organization.admin_api_key',
    id,
    name,
    redacted_value: `sk-admin...${value.slice(-3)}`,
    created_at: seconds(createdAt),
    expires_at: expiresAt === undefined ? null : seconds(expiresAt),
    last_used_at: lastUsedAt === undefined ? null : seconds(lastUsedAt),
    owner: {
      type: 'user',
      object: 'organization.user',
      id: OWNER.id,
      name: OWNER.name,
      created_at: since,
      role: 'owner',
    },
  };
}

/** The audit log: that each key was made, and with which scopes (openai-platform.md §4). */
export function auditLogs(question: Question, { keys }: KeyStore): Answer {
  const events = keys.map(({ id, createdAt, scopes }) => ({
    id: `audit_log-${id}`,
    type: 'api_key.created',
    effective_at: seconds(createdAt),
    actor: {
      type: 'session',
      session: { user: { id: OWNER.id, email: OWNER.email }, ip_address: '127.0.0.1' },
    },
    'api_key.created': { id, data: { scopes } },
  }));
  return list(events, question);
}
