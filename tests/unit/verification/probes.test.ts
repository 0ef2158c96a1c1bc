import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { OpenAPIBackend, type Document } from 'openapi-backend';
import { describe, expect, test } from 'vitest';
import { scopesFor } from '@/lib/domain/scopes';
import { probesFor } from '@/lib/verification/probes';

const SPEC = resolve(import.meta.dirname, '../../../../shared/specs/openai.json');
const missing = !existsSync(SPEC);
const why = missing ? ' (not run: ../shared/specs/openai.json is absent)' : '';
const against = test.skipIf(missing);

const PROBES = [...probesFor('admin'), ...probesFor('project')];
/** Known from live keys only. */
const UNPUBLISHED = ['/v1/me'];
/** `{}` is a valid body there, and makes something. */
const CREATES = ['/v1/responses', '/v1/threads', '/v1/vector_stores'];

describe('Every probe', () => {
  test('asks for a scope that its kind of key can carry, once.', () => {
    for (const kind of ['admin', 'project'] as const) {
      const asked = probesFor(kind).flatMap(({ scope }) => scope ?? []);
      expect(scopesFor(kind)).toEqual(expect.arrayContaining(asked));
      expect(new Set(asked).size).toBe(asked.length);
      expect(asked.filter((scope) => scope.endsWith('.write'))).toEqual([]);
    }
  });

  test('that writes a body goes where nothing is made.', () => {
    for (const { method, path, body, granted } of PROBES) {
      expect(method === 'POST').toBe(body !== undefined);
      if (method !== 'POST') continue;
      expect(CREATES).not.toContain(path);
      expect(granted, 'a refusal is what shows the right').not.toContain(200);
    }
  });
});

/** Some schemas still have words of OpenAPI 3.0 that 3.1 does not know. */
function withoutOldWords(name: string, value: unknown): unknown {
  return /^(exclusiveMinimum|nullable)$/.test(name) && typeof value === 'boolean'
    ? undefined
    : value;
}

async function published(): Promise<OpenAPIBackend> {
  const definition = JSON.parse(readFileSync(SPEC, 'utf8'), withoutOldWords) as Document;
  const ajvOpts = { strict: false, validateFormats: false, allErrors: true };
  const spec = new OpenAPIBackend({ definition, ajvOpts, quick: true });
  await spec.init();
  return spec;
}

against(`Every GET is published, with the parameters that are sent${why}.`, async () => {
  const spec = await published();
  for (const { method, path, query } of PROBES) {
    if (method !== 'GET' || UNPUBLISHED.includes(path)) continue;
    const sent = Object.fromEntries(new URLSearchParams(query?.(Date.UTC(2026, 10, 21))));
    const asked = { method, path: path.replace('/v1', ''), query: sent, headers: {} };
    const operation = spec.matchOperation(asked);
    expect(operation, path).toBeDefined();
    const known = (operation?.parameters ?? []).map((each) => ('name' in each ? each.name : ''));
    expect(known, path).toEqual(expect.arrayContaining(Object.keys(sent)));
    expect(spec.validateRequest(asked, operation).errors ?? [], path).toEqual([]);
  }
});

against(
  `Every POST carries a body that is refused by type, in each required field${why}.`,
  async () => {
    const spec = await published();
    for (const { method, path, body } of PROBES) {
      if (method !== 'POST') continue;
      const asked = { method, path: path.replace('/v1', ''), headers: {}, body };
      const { errors } = spec.validateRequest({
        ...asked,
        headers: { 'content-type': 'application/json' },
      });
      const wrong = (errors ?? []).filter(({ keyword }) => keyword === 'type');
      for (const field of Object.keys(JSON.parse(body ?? '') as object)) {
        expect(wrong.map(({ instancePath }) => instancePath)).toContain(`/requestBody/${field}`);
      }
    }
  },
);
