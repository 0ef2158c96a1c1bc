import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { OpenAPIBackend, type Document } from 'openapi-backend';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchFrom } from '../standin/reach.ts';
import { startStandin, type Standin } from '../standin/server.ts';

const SPEC = resolve(import.meta.dirname, '../../../shared/specs/openai.json');
const missing = !existsSync(SPEC);
const why = missing ? ' (not run: ../shared/specs/openai.json is absent)' : '';
const SINCE = '?start_time=1763596800&bucket_width=1d&limit=14';

const READS = {
  project: [
    '/models',
    '/files',
    '/fine_tuning/jobs',
    '/vector_stores',
    '/evals',
    '/batches',
    '/videos',
    '/assistants',
    '/responses/resp_x',
  ],
  admin: [
    `/organization/costs${SINCE}`,
    `/organization/usage/completions${SINCE}`,
    '/organization/projects',
    '/organization/users',
    '/organization/admin_api_keys',
    '/organization/audit_logs',
  ],
} as const;
const POSTS = [
  '/chat/completions',
  '/responses',
  '/embeddings',
  '/images/generations',
  '/audio/speech',
  '/moderations',
];

let standin: Standin;
let spec: OpenAPIBackend;

beforeAll(async () => {
  if (missing) return;
  standin = await startStandin();
  spec = new OpenAPIBackend({
    definition: withErrors(JSON.parse(readFileSync(SPEC, 'utf8'), withoutOldWords) as Document),
    ajvOpts: { strict: false, validateFormats: false },
    quick: true,
  });
  await spec.init();
});
afterAll(() => standin?.close());

/** One schema still has OpenAPI 3.0's `exclusiveMinimum: true`, which 3.1 does not know. */
function withoutOldWords(name: string, value: unknown): unknown {
  return name === 'exclusiveMinimum' && typeof value === 'boolean' ? undefined : value;
}

/** The description has a schema for errors, but says at no operation that it is used. */
function withErrors(definition: Document): Document {
  const schema = { $ref: '#/components/schemas/ErrorResponse' };
  const error = { description: 'error', content: { 'application/json': { schema } } };
  for (const path of Object.values(definition.paths ?? {})) {
    for (const method of ['get', 'post'] as const) {
      const responses = path?.[method]?.responses;
      for (const status of responses ? ['400', '401', '404'] : []) {
        Object.assign(responses ?? {}, { [status]: error });
      }
    }
  }
  return definition;
}

/** Asks, and expects the answer to be as described. @returns its status. */
async function check(method: 'GET' | 'POST', path: string, value: string): Promise<number> {
  const answer = await fetchFrom(standin)(`https://api.openai.com/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${value}`, 'openai-beta': 'assistants=v2' },
    ...(method === 'POST' ? { body: '{}' } : {}),
  });
  const [pathname = path] = path.split('?');
  const operation = spec.matchOperation({ method, path: pathname, headers: {} });
  expect(operation, `${method} ${path} is described`).toBeDefined();
  const result = spec.validateResponse(await answer.json(), operation ?? '', answer.status);
  expect(result.errors ?? [], `${method} ${path} ${answer.status}`).toEqual([]);
  return answer.status;
}

function newKey(kind: 'admin' | 'project', permission: 'all' | 'restricted'): string {
  const asked = { kind, name: 'A key', permission, rows: {}, expiration: '30 days' };
  return standin.state.store.create(asked).value;
}

test.skipIf(missing)(`What a key may read comes as OpenAI describes it${why}.`, async () => {
  for (const kind of ['admin', 'project'] as const) {
    const value = newKey(kind, 'all');
    for (const path of READS[kind]) {
      expect(await check('GET', path, value), path).toBe(path.startsWith('/responses') ? 404 : 200);
    }
  }
});

test.skipIf(missing)(
  `What a key may not do is refused as OpenAI describes errors${why}.`,
  async () => {
    for (const kind of ['admin', 'project'] as const) {
      for (const value of [newKey(kind, 'restricted'), 'sk-unknown-to-everyone']) {
        for (const path of READS[kind]) expect(await check('GET', path, value), path).toBe(401);
        for (const path of POSTS) expect(await check('POST', path, value), path).toBe(401);
      }
    }
  },
);

test.skipIf(missing)(`An empty body is refused as OpenAI describes errors${why}.`, async () => {
  const value = newKey('project', 'all');
  for (const path of POSTS) expect(await check('POST', path, value), path).toBe(400);
});
