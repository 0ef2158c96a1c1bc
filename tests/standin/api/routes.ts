import type { Answer, Question } from '../http.ts';
import { badBody, badFields, formOnly } from './bodies.ts';
import { apiError } from './errors.ts';
import { adminKeys, auditLogs, projects, users } from './organization.ts';
import type { KeyStore } from '../key-store.ts';
import { costs, usage } from './usage.ts';

/** One operation of the API: the scopes of which it needs one, and its answer to a key that has it. */
export interface ApiRoute {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  /** The first is the one that is named as missing. */
  readonly scopes: readonly string[];
  answer(question: Question, store: KeyStore): Answer;
}

// The published description wants strings for the ids, of an empty list too.
const emptyList = (): Answer => ({
  status: 200,
  body: { object: 'list', data: [], first_id: '', last_id: '', has_more: false },
});

const models = (): Answer => ({
  status: 200,
  body: {
    object: 'list',
    data: [{ id: 'gpt-fake', object: 'model', created: 1_760_000_000, owned_by: 'openai' }],
  },
  headers: { 'access-control-allow-origin': '*' },
});

const unknownResponse = ({ url }: Question): Answer =>
  apiError(404, `Response with id '${url.pathname.split('/').at(-1)}' not found.`);

// Both answer 400 to who leaves the header out (openai-platform.md §3.1).
const beta =
  (answer: (question: Question) => Answer) =>
  (question: Question): Answer =>
    question.headers['openai-beta'] === 'assistants=v2'
      ? answer(question)
      : apiError(400, "You must provide the 'OpenAI-Beta' header to access the Assistants API.");

const get = (path: RegExp, scope: string, answer: ApiRoute['answer'] = emptyList): ApiRoute => ({
  method: 'GET',
  path,
  scopes: [scope],
  answer,
});

const post = (path: RegExp, scope: string, answer: ApiRoute['answer'] = badFields): ApiRoute => ({
  method: 'POST',
  path,
  scopes: [scope],
  answer,
});

/** Chat completions and the like: granted by "Model capabilities", or by the row below it. */
const model = (path: string, row = path): ApiRoute => ({
  method: 'POST',
  path: new RegExp(`^${path}$`),
  scopes: ['model.request', 'api.model.request', `api.model.request:${row}`],
  answer: badBody,
});

/** Every operation that a probe may touch (openai-platform.md §3, §4). No body is valid here: no model runs. */
export const API_ROUTES: readonly ApiRoute[] = [
  get(/^\/v1\/models$/, 'api.model.read', models),
  get(/^\/v1\/files$/, 'api.files.read'),
  get(/^\/v1\/fine_tuning\/jobs$/, 'api.fine_tuning.jobs.read'),
  get(/^\/v1\/vector_stores$/, 'api.vector_stores.read'),
  get(/^\/v1\/evals$/, 'api.evals.read'),
  get(/^\/v1\/batches$/, 'api.batch.read'),
  get(/^\/v1\/videos$/, 'api.videos.read'),
  get(/^\/v1\/assistants$/, 'api.assistants.read', beta(emptyList)),
  get(
    /^\/v1\/threads\/[^/]+$/,
    'api.threads.read',
    beta(() => apiError(404, 'No thread found.')),
  ),
  get(/^\/v1\/responses\/[^/]+$/, 'api.responses.read', unknownResponse),
  post(/^\/v1\/responses$/, 'api.responses.write', badBody),
  post(/^\/v1\/files$/, 'api.files.write', formOnly),
  post(/^\/v1\/fine_tuning\/jobs$/, 'api.fine_tuning.jobs.write'),
  post(/^\/v1\/vector_stores$/, 'api.vector_stores.write'),
  post(/^\/v1\/evals$/, 'api.evals.write'),
  post(/^\/v1\/videos$/, 'api.videos.write'),
  post(/^\/v1\/batches$/, 'api.batch.write'),
  post(/^\/v1\/assistants$/, 'api.assistants.write', beta(badFields)),
  post(/^\/v1\/threads$/, 'api.threads.write', beta(badFields)),
  model('/v1/chat/completions'),
  model('/v1/embeddings'),
  model('/v1/images/generations', '/v1/images'),
  model('/v1/audio/speech'),
  model('/v1/moderations'),
  get(/^\/v1\/organization\/costs$/, 'api.usage.read', costs),
  get(/^\/v1\/organization\/usage\/completions$/, 'api.usage.read', usage),
  get(/^\/v1\/organization\/projects$/, 'api.management.read', projects),
  get(/^\/v1\/organization\/users$/, 'api.management.read', users),
  get(/^\/v1\/organization\/admin_api_keys$/, 'api.management.read', adminKeys),
  get(/^\/v1\/organization\/audit_logs$/, 'api.audit_logs.read', auditLogs),
];
