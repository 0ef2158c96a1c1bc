import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { OpenAPIBackend, type Document } from 'openapi-backend';
import { describe, expect, test } from 'vitest';
import { scopesFor } from '@/lib/domain/scopes';
import { planProbes, probesFor } from '@/lib/verification/probes';

const SPEC = resolve(import.meta.dirname, '../../../../shared/specs/openai.json');
const missing = !existsSync(SPEC);
const why = missing ? ' (not run: ../shared/specs/openai.json is absent)' : '';
const against = test.skipIf(missing);

const PROBES = [...probesFor('admin'), ...probesFor('project')];
/** Known from live keys only. */
const UNPUBLISHED = ['/v1/me'];
/** Published without a limit; the first answers with one list of names, the second with nothing. */
const UNLIMITED = ['/v1/models', '/v1/responses/resp_keyferry_probe'];

describe('Every probe', () => {
  test('asks for a scope that its kind of key can carry, once.', () => {
    for (const kind of ['admin', 'project'] as const) {
      const asked = probesFor(kind).flatMap(({ scope }) => scope ?? []);
      expect(scopesFor(kind)).toEqual(expect.arrayContaining(asked));
      expect(new Set(asked).size).toBe(asked.length);
    }
  });

  test('of an admin key only reads.', () => {
    expect(new Set(probesFor('admin').map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  test('that writes sends fields of a wrong type, never an empty body, and never expects a yes.', () => {
    for (const { method, body, granted } of PROBES) {
      expect(method === 'POST').toBe(body !== undefined);
      if (body === undefined) continue;
      const values = Object.values(JSON.parse(body) as object);
      expect(values.length).toBeGreaterThan(0);
      expect(new Set(values)).toEqual(new Set([0]));
      expect(granted, 'a refusal is what shows the right').not.toContain(200);
    }
  });

  test('that lists asks for one.', () => {
    for (const { method, path, query } of PROBES) {
      if (method !== 'GET' || [...UNPUBLISHED, ...UNLIMITED].includes(path)) continue;
      expect(new URLSearchParams(query?.(0)).get('limit'), path).toBe('1');
    }
  });
});

const pathsOf = (...asked: Parameters<typeof planProbes>) =>
  planProbes(...asked).map(({ path }) => path);

describe('The order of asking', () => {
  test('is: is it alive, what the job needs, the rest.', () => {
    expect(pathsOf('project', ['api.files.write', 'api.evals.read'], false).slice(0, 3)).toEqual([
      '/v1/models',
      '/v1/evals',
      '/v1/files',
    ]);
    expect(pathsOf('project', ['api.evals.read'], false)).toHaveLength(probesFor('project').length);
  });

  test('leaves every POST out where only GET is allowed.', () => {
    const methods = planProbes('project', [], true).map(({ method }) => method);
    expect(new Set(methods)).toEqual(new Set(['GET']));
  });
});

/** Some schemas still have words of OpenAPI 3.0 that 3.1 does not know. */
function withoutOldWords(name: string, value: unknown): unknown {
  return /^(exclusiveMinimum|nullable)$/.test(name) && typeof value === 'boolean'
    ? undefined
    : value;
}

function bodyOf(operation: { requestBody?: unknown } | undefined) {
  return operation?.requestBody as { content: Record<string, unknown> } | undefined;
}

/** A large description, read once. */
const LONG = 60_000;
let read: Promise<OpenAPIBackend> | undefined;
const published = () => (read ??= readSpec());

async function readSpec(): Promise<OpenAPIBackend> {
  const definition = JSON.parse(readFileSync(SPEC, 'utf8'), withoutOldWords) as Document;
  const ajvOpts = { strict: false, validateFormats: false, allErrors: true };
  for (const operations of Object.values(definition.paths ?? {})) {
    const content = bodyOf(operations?.post)?.content;
    // What only a form may hold is held against a JSON body too: each field is still of a wrong type.
    if (content?.['multipart/form-data'] && !content['application/json']) {
      content['application/json'] = content['multipart/form-data'];
    }
  }
  const spec = new OpenAPIBackend({ definition, ajvOpts, quick: true });
  await spec.init();
  return spec;
}

against(
  `Every GET is published, with the parameters that are sent${why}.`,
  { timeout: LONG },
  async () => {
    const spec = await published();
    for (const { method, path, query } of PROBES) {
      if (method !== 'GET' || UNPUBLISHED.includes(path)) continue;
      const sent = Object.fromEntries(new URLSearchParams(query?.(Date.UTC(2026, 10, 21))));
      const asked = { method, path: path.replace('/v1', ''), query: sent, headers: {} };
      const operation = spec.matchOperation(asked);
      expect(operation, path).toBeDefined();
      const known = (operation?.parameters ?? []).map((each) => ('name' in each ? each.name : ''));
      expect(known, path).toEqual(expect.arrayContaining(Object.keys(sent)));
      expect(known.includes('limit'), path).toBe('limit' in sent);
      expect(spec.validateRequest(asked, operation).errors ?? [], path).toEqual([]);
    }
  },
);

against(
  `Every POST carries a body that is refused by type, in each field${why}.`,
  { timeout: LONG },
  async () => {
    const spec = await published();
    for (const { method, path, body } of PROBES) {
      if (method !== 'POST') continue;
      const headers = { 'content-type': 'application/json' };
      const asked = { method, path: path.replace('/v1', ''), headers, body };
      const { errors } = spec.validateRequest(asked, spec.matchOperation(asked));
      const wrong = (errors ?? []).filter(({ keyword }) => keyword === 'type');
      for (const field of Object.keys(JSON.parse(body ?? '') as object)) {
        expect(
          wrong.map(({ instancePath }) => instancePath),
          path,
        ).toContain(`/requestBody/${field}`);
      }
    }
  },
);
