import type { Answer, Question } from '../http.ts';
import { apiError } from './errors.ts';
import { costs, usage } from './usage.ts';

/** One operation of the API: the scope that it needs, and its answer to a key that has it. */
export interface ApiRoute {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  /** Undefined for what every live key may do. */
  readonly scope?: string;
  answer(question: Question): Answer;
}

const list = (): Answer => ({
  status: 200,
  body: { object: 'list', data: [], first_id: null, last_id: null, has_more: false },
});
const notFound = (what: string) => (): Answer => apiError(404, `No ${what} found.`);
const badBody = (): Answer => apiError(400, 'Missing or invalid request body.');

const get = (path: RegExp, scope: string, answer: ApiRoute['answer'] = list): ApiRoute => ({
  method: 'GET',
  path,
  scope,
  answer,
});
const post = (path: RegExp, scope: string): ApiRoute => ({
  method: 'POST',
  path,
  scope,
  answer: badBody,
});

/** Every operation that a probe may touch (openai-platform.md §3, §4). Bodies are never valid here. */
export const API_ROUTES: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: /^\/v1\/models$/,
    scope: 'api.model.read',
    answer: () => ({
      status: 200,
      body: {
        object: 'list',
        data: [{ id: 'gpt-fake', object: 'model', created: 1_760_000_000, owned_by: 'openai' }],
      },
      headers: { 'access-control-allow-origin': '*' },
    }),
  },
  get(/^\/v1\/files$/, 'api.files.read'),
  get(/^\/v1\/fine_tuning\/jobs$/, 'api.fine_tuning.jobs.read', () => ({
    status: 200,
    body: { object: 'list', data: [], has_more: false },
  })),
  get(/^\/v1\/vector_stores$/, 'api.vector_stores.read'),
  get(/^\/v1\/evals$/, 'api.evals.read'),
  get(/^\/v1\/batches$/, 'api.batch.read'),
  get(/^\/v1\/videos$/, 'api.videos.read'),
  get(/^\/v1\/threads\/[^/]+$/, 'api.threads.read', notFound('thread')),
  get(/^\/v1\/assistants$/, 'api.assistants.read'),
  get(/^\/v1\/responses\/[^/]+$/, 'api.responses.read', notFound('response')),
  post(
    /^\/v1\/(chat\/completions|embeddings|images\/generations|moderations)$/,
    'api.model.request',
  ),
  post(/^\/v1\/responses$/, 'api.responses.write'),
  get(/^\/v1\/organization\/costs$/, 'api.usage.read', costs),
  get(/^\/v1\/organization\/usage\/completions$/, 'api.usage.read', usage),
  get(/^\/v1\/organization\/(projects|users|admin_api_keys)$/, 'api.management.read'),
  get(/^\/v1\/organization\/audit_logs$/, 'api.audit_logs.read'),
];
