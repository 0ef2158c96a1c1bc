import { expect, test } from 'vitest';
import { verifyKey } from '@/lib/verification/verify-key';
import { badType, fine, missing, openaiWorld, refuse } from './openai-world';
import { needing, PROJECT } from './situation';

/** TruffleHog's table of 2026-08-21 (openai-platform.md §3.1): what it asks, and what granted and denied look like. */
const TRUFFLEHOG: readonly (readonly [scope: string, path: string, yes: number, no: number])[] = [
  ['api.model.read', 'GET /v1/models', 200, 403],
  ['api.assistants.read', 'GET /v1/assistants', 400, 401],
  ['api.assistants.write', 'POST /v1/assistants', 400, 401],
  ['api.threads.write', 'POST /v1/threads', 400, 401],
  ['api.fine_tuning.jobs.read', 'GET /v1/fine_tuning/jobs', 200, 401],
  ['api.fine_tuning.jobs.write', 'POST /v1/fine_tuning/jobs', 400, 401],
  ['api.files.read', 'GET /v1/files', 200, 401],
  ['api.files.write', 'POST /v1/files', 415, 401],
  ['api.evals.read', 'GET /v1/evals', 200, 401],
  ['api.evals.write', 'POST /v1/evals', 400, 401],
  ['api.responses.read', 'GET /v1/responses/resp_keyferry_probe', 400, 401],
  ['api.responses.write', 'POST /v1/responses', 400, 401],
];

test.each(TRUFFLEHOG)('TruffleHog and Keyferry read %s alike.', async (scope, path, yes, no) => {
  const beta = /assistants|threads/.test(path);
  const granted = refuse(yes, beta ? "You must provide the 'OpenAI-Beta' header." : 'Bad request.');
  for (const [found, reply] of [
    ['granted', yes === 200 ? fine : granted],
    ['denied', missing(scope, no)],
  ] as const) {
    const { io } = openaiWorld(
      (method, asked) => (`${method} ${asked}` === path ? reply : badType),
      1,
    );
    const { report } = await verifyKey(PROJECT, needing(), io, { createdAt: 0 });
    expect(report?.[found] ?? [], path).toContain(scope);
  }
});
