import type { OpenAiKind } from '@/lib/domain/api-key';
import type { Scope } from '@/lib/domain/scopes';
import type { Question } from '@/lib/domain/verification';

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

/**
 * A question with a body whose every field has a type that the published schema refuses, so that
 * nothing is made and no model runs. An empty body would not do: some operations take it.
 */
const refused = (scope: Scope, path: string, ...fields: readonly string[]): Probe => ({
  scope,
  method: 'POST',
  path,
  body: JSON.stringify(Object.fromEntries(fields.map((field) => [field, 0]))),
  granted: [400, 422],
});

// Asked without its header. The API is being shut down: another 400 says nothing of the key.
const BETA = { granted: [400], says: /openai-beta|invalid_beta/i } as const;

/** Not in the published description; live keys of every kind get 200 (openai-platform.md §3.1). */
const WHOSE: Probe = { method: 'GET', path: '/v1/me' };

const ADMIN: readonly Probe[] = [
  WHOSE,
  list('api.usage.read', '/v1/organization/costs', since),
  list('api.management.read', '/v1/organization/projects'),
  // Answers 200 only where audit logging is on: anything but a missing scope stays unknown.
  list('api.audit_logs.read', '/v1/organization/audit_logs'),
];

const PROJECT: readonly Probe[] = [
  { scope: 'api.model.read', method: 'GET', path: '/v1/models' },
  refused('api.model.request', '/v1/chat/completions', 'model', 'messages'),
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
  list('api.batch.read', '/v1/batches'),
  { ...list('api.assistants.read', '/v1/assistants'), ...BETA },
  refused('api.responses.write', '/v1/responses', 'model', 'input'),
  // Takes a form only: any JSON is refused for what it is (openai-platform.md §3.1).
  {
    ...refused('api.files.write', '/v1/files', 'file', 'purpose'),
    granted: [400, 415, 422],
  },
  refused('api.fine_tuning.jobs.write', '/v1/fine_tuning/jobs', 'model', 'training_file'),
  refused('api.vector_stores.write', '/v1/vector_stores', 'name', 'file_ids'),
  refused('api.evals.write', '/v1/evals', 'data_source_config', 'testing_criteria'),
  refused('api.videos.write', '/v1/videos', 'prompt', 'seconds'),
  refused('api.batch.write', '/v1/batches', 'input_file_id', 'endpoint', 'completion_window'),
  { ...refused('api.assistants.write', '/v1/assistants', 'model'), ...BETA },
  { ...refused('api.threads.write', '/v1/threads', 'messages', 'metadata'), ...BETA },
  WHOSE,
];

/**
 * The probes for a kind of key; the first one tells best whether the key lives. Lists are read with
 * `limit=1`, a POST carries a body that the published schema refuses by type (openai-platform.md
 * §3.3). No write of the organization is asked for: what is not published can't be shown to be
 * free, and reading a thread, prompts, datasets, tunnels, alerts and webhooks is not.
 */
export function probesFor(kind: OpenAiKind): readonly Probe[] {
  return kind === 'admin' ? ADMIN : PROJECT;
}

/** A probe's path with its query, as it is sent. */
export function pathOf({ path, query }: Probe, now: number): string {
  return query ? `${path}?${query(now)}` : path;
}

/** What a proof will ask, in its order: the same table that is asked. */
export function questionsFor(
  kind: OpenAiKind,
  needed: readonly Scope[],
  getOnly: boolean,
  now: number,
): readonly Question[] {
  return planProbes(kind, needed, getOnly).map((probe) => ({
    method: probe.method,
    path: pathOf(probe, now),
  }));
}

/** The probes in the order of asking: the first, what the job needs, then the rest. */
export function planProbes(
  kind: OpenAiKind,
  needed: readonly Scope[],
  getOnly: boolean,
): readonly Probe[] {
  const [first, ...rest] = probesFor(kind).filter(({ method }) => method === 'GET' || !getOnly);
  if (first === undefined) return [];
  const isNeeded = ({ scope }: Probe) => scope !== undefined && needed.includes(scope);
  return [first, ...rest.filter(isNeeded), ...rest.filter((probe) => !isNeeded(probe))];
}
