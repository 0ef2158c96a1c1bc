import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { OpenAPIBackend, type Document, type Operation } from 'openapi-backend';
import { beforeAll, expect, test } from 'vitest';
import { isWrite } from '@/lib/domain/permission-report';
import { FRESH_FOR } from '@/lib/domain/verification';
import type { Io } from '@/lib/http';
import { probesFor } from '@/lib/verification/probes';
import { recentUsage } from '@/lib/verification/recent-usage';
import { verifyKey } from '@/lib/verification/verify-key';
import { keyOf } from '../unit/verification/openai-world.ts';

const SPEC = resolve(import.meta.dirname, '../../../shared/specs/openai.json');
const missing = !existsSync(SPEC);
const why = missing ? ' (not run: ../shared/specs/openai.json is absent)' : '';
const NOW = Date.UTC(2026, 10, 21);
const OLD = { createdAt: NOW - FRESH_FOR };

let spec: OpenAPIBackend;
beforeAll(async () => {
  if (missing) return;
  spec = new OpenAPIBackend({
    definition: JSON.parse(readFileSync(SPEC, 'utf8'), withoutOldWords) as Document,
    ajvOpts: { strict: false, validateFormats: false },
    quick: true,
  });
  await spec.init();
}, 60_000);

/** Some schemas still have words of OpenAPI 3.0 that 3.1 does not know. */
function withoutOldWords(name: string, value: unknown): unknown {
  return /^(exclusiveMinimum|nullable)$/.test(name) && typeof value === 'boolean'
    ? undefined
    : value;
}

function refuse(status: number, message: string): Response {
  const error = { message, type: 'invalid_request_error', param: null, code: null };
  return Response.json({ error }, { status });
}

/** Its refusals do not know the header that the real API misses first. */
const beta = (scope: string) => /assistants|threads/.test(scope) && isWrite(scope);

function takesJson({ requestBody }: Operation): boolean {
  const { content } = (requestBody ?? {}) as { content?: object };
  return content === undefined || Object.hasOwn(content, 'application/json');
}

/** A stranger's OpenAI, made of the published description alone; every key may do everything. */
function publishedApi() {
  const asked: string[] = [];
  const made: string[] = [];
  const fetch: Io['fetch'] = async (url, { method = 'GET', body }) => {
    const { pathname, searchParams } = new URL(url);
    asked.push(`${method} ${pathname}`);
    const request = {
      method,
      path: pathname.replace('/v1', ''),
      query: Object.fromEntries(searchParams),
      headers: { 'content-type': 'application/json' },
      ...(typeof body === 'string' ? { body } : {}),
    };
    const operation = spec.matchOperation(request);
    if (!operation?.operationId) return refuse(404, `Invalid URL (${method} ${pathname})`);
    if (!takesJson(operation)) return refuse(415, 'Unsupported content type.');
    if (spec.validateRequest(request, operation).errors) return refuse(400, 'Invalid type.');
    if (method !== 'GET') made.push(pathname);
    const { status, mock } = spec.mockResponseForOperation(operation.operationId);
    return Response.json(mock, { status });
  };
  return { asked, made, io: { fetch, now: () => NOW } };
}

test.skipIf(missing)(
  `A stand-in of OpenAI’s own description grants what our probes ask for, and nothing is made${why}.`,
  async () => {
    for (const kind of ['admin', 'project'] as const) {
      const { io, made, asked } = publishedApi();
      const key = keyOf(kind === 'admin' ? 'admin' : 'proj');
      const { outcome, report } = await verifyKey(key, { needed: [], optional: [] }, io, OLD);
      const testable = probesFor(kind).flatMap(({ scope }) => scope ?? []);
      expect(outcome).toBe('verified');
      expect(new Set(report?.granted)).toEqual(new Set(testable.filter((each) => !beta(each))));
      expect(asked).toHaveLength(probesFor(kind).length);
      expect(made).toEqual([]);
    }
  },
);

test.skipIf(missing)(`Usage as it is described can be read${why}.`, async () => {
  const { io } = publishedApi();
  const usage = await recentUsage(keyOf('admin'), io);
  expect('failed' in usage ? usage : usage.days.length).toBe(14);
});
