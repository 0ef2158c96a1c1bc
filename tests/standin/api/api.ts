import { randomUUID } from 'node:crypto';
import type { Answer, Question } from '../http.ts';
import type { FakeKey, KeyStore } from '../key-store.ts';
import { apiError, invalidKey, missingScope } from './errors.ts';
import { API_ROUTES } from './routes.ts';

/** What the API knows besides its keys. */
export interface ApiOptions {
  /** How long a fresh key is not known yet, in milliseconds. */
  readonly propagationMs: number;
}

/** Answers as api.openai.com does, by the key's scopes. */
export function answerApi(question: Question, store: KeyStore, options: ApiOptions): Answer {
  const answer = decide(question, store, options);
  return {
    ...answer,
    headers: {
      'x-request-id': `req_${randomUUID().replaceAll('-', '')}`,
      'openai-organization': 'org-fake-standin',
      ...answer.headers,
    },
  };
}

function decide(question: Question, store: KeyStore, { propagationMs }: ApiOptions): Answer {
  const { method, url, headers } = question;
  if (method === 'OPTIONS') {
    return {
      status: 204,
      headers: {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': 'authorization,content-type',
      },
    };
  }
  const value = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (value === undefined) {
    return apiError(401, "You didn't provide an API key.", 'missing_api_key');
  }
  const key = store.find(value);
  if (!key || key.revoked || Date.now() < key.createdAt + propagationMs) return invalidKey(value);
  key.lastUsedAt = Date.now();
  if (method === 'GET' && url.pathname === '/v1/me') return me(key);
  const route = API_ROUTES.find((each) => each.method === method && each.path.test(url.pathname));
  if (!route) return apiError(404, `Invalid URL (${method} ${url.pathname})`);
  if (route.scope && !key.scopes.includes(route.scope)) return missingScope(route.scope);
  return route.answer(question);
}

/** `/v1/me` is not in the published description; only that it answers 200 for live keys is known (peers.md §0). */
function me({ kind }: FakeKey): Answer {
  return {
    status: 200,
    body: {
      object: 'user',
      id: 'user-fake',
      name: 'Fay Keller',
      email: 'fay@example.com',
      mfa_flag_enabled: true,
      orgs: {
        object: 'list',
        data: [
          {
            object: 'organization',
            id: 'org-fake-standin',
            title: 'Stand-in',
            role: kind === 'admin' ? 'owner' : 'reader',
          },
        ],
      },
    },
  };
}
