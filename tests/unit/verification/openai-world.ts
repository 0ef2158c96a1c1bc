import type { ApiKey } from '@/lib/domain/api-key';
import type { Scope } from '@/lib/domain/scopes';
import type { Io } from '@/lib/http';
import { probesFor } from '@/lib/verification/probes';
import { fakeApiKey } from '../fake-api-key.ts';

/** One answer of OpenAI's. */
export type Reply = () => Response;

/** OpenAI's error body, as openai-platform.md §3.2 has it. */
export function refuse(status: number, message: string, code: string | null = null): Reply {
  const error = { message, type: 'invalid_request_error', param: null, code };
  return () => Response.json({ error }, { status });
}

/** A missing scope, in OpenAI's words; mostly with 401. */
export const missing = (scope: string, status = 401): Reply =>
  refuse(
    status,
    `You have insufficient permissions for this operation. Missing scopes: ${scope}. Check that you have the correct role in your organization (Reader, Writer, Owner) and project (Member, Owner), and if you're using a restricted API key, that it has the necessary scopes.`,
  );

/** A list, as every GET answers. */
export const fine: Reply = () => Response.json({ object: 'list', data: [] });
/** A body of a wrong type. */
export const badType = refuse(400, "Invalid type for 'model': expected a string.", 'invalid_type');
/** The Assistants API without its header. */
export const noBeta = refuse(400, "You must provide the 'OpenAI-Beta' header to use this API.");

/** OpenAI, answering by a function of the question. */
export function openaiWorld(answer: (method: string, path: string) => Reply, now: number) {
  const asked: string[] = [];
  const fetch: Io['fetch'] = async (url, { method = 'GET' }) => {
    const { pathname } = new URL(url);
    asked.push(`${method} ${pathname}`);
    return answer(method, pathname)();
  };
  return { asked, io: { fetch, now: () => now } };
}

/** What OpenAI answers to a key with these scopes, in its own ways for each operation. */
export function holding(scopes: readonly Scope[]): (method: string, path: string) => Reply {
  const probes = [...probesFor('admin'), ...probesFor('project')];
  return (method, path) => {
    const probe = probes.find((each) => each.method === method && each.path === path);
    if (path === '/v1/me') return fine;
    if (!probe?.scope) return refuse(404, `Invalid URL (${method} ${path})`);
    if (!scopes.includes(probe.scope)) {
      return missing(probe.scope === 'api.model.request' ? 'model.request' : probe.scope);
    }
    if (/assistants|threads/.test(path)) return noBeta;
    if (path.startsWith('/v1/responses/')) return refuse(404, 'Response not found.');
    if (method === 'GET') return fine;
    return path === '/v1/files' ? refuse(415, 'Unsupported content type.') : badType;
  };
}

/** A key of the real shape. */
export function keyOf(prefix: 'admin' | 'proj' | 'svcacct'): ApiKey {
  return fakeApiKey(prefix);
}
