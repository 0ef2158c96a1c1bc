import type { KeyKind } from '@/lib/domain/api-key';
import type { Scope } from '@/lib/domain/scopes';

/** One question to OpenAI that costs nothing and changes nothing. */
export interface Probe {
  /** What it shows; undefined for "is the key alive?". */
  readonly scope?: Scope;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: (now: number) => string;
  readonly body?: string;
  /** Statuses, besides 200, that only a key with the scope gets: the question itself is refused. */
  readonly granted?: readonly number[];
  /** What such a refusal must say, where the status could mean something else too. */
  readonly says?: RegExp;
}

const DAY = 86_400;
const one = () => 'limit=1';
const since = (now: number) => `start_time=${Math.floor(now / 1000) - DAY}&limit=1`;
const list = (scope: Scope, path: string, query: NonNullable<Probe['query']> = one): Probe => ({
  scope,
  method: 'GET',
  path,
  query,
});

const ADMIN: readonly Probe[] = [
  // Not in the published description; live keys of every kind get 200 (openai-platform.md §3.1).
  { method: 'GET', path: '/v1/me' },
  list('api.usage.read', '/v1/organization/costs', since),
  list('api.management.read', '/v1/organization/projects'),
  // Answers 200 only where audit logging is on: anything but a missing scope stays unknown.
  list('api.audit_logs.read', '/v1/organization/audit_logs'),
];

const PROJECT: readonly Probe[] = [
  { scope: 'api.model.read', method: 'GET', path: '/v1/models' },
  {
    scope: 'api.model.request',
    method: 'POST',
    path: '/v1/chat/completions',
    // Neither a model's name nor a list of messages: refused before any model runs.
    body: '{"model":0,"messages":0}',
    granted: [400, 422],
  },
  {
    scope: 'api.responses.read',
    method: 'GET',
    path: '/v1/responses/resp_keyferry_probe',
    granted: [400, 404],
  },
  list('api.files.read', '/v1/files'),
  list('api.fine_tuning.jobs.read', '/v1/fine_tuning/jobs'),
  list('api.vector_stores.read', '/v1/vector_stores'),
  list('api.evals.read', '/v1/evals'),
  list('api.videos.read', '/v1/videos'),
  {
    ...list('api.assistants.read', '/v1/assistants'),
    // Asked without its header. The API is being shut down: another 400 says nothing of the key.
    granted: [400],
    says: /openai-beta|invalid_beta/i,
  },
];

/**
 * The probes for a kind of key; the first one tells best whether the key lives. Lists are read with
 * `limit=1`, a POST carries a body that the published schema refuses by type (openai-platform.md
 * §3.3). Writes have none: there is no free way to ask. Nor have threads, which are not published.
 */
export function probesFor(kind: KeyKind): readonly Probe[] {
  return kind === 'admin' ? ADMIN : PROJECT;
}
