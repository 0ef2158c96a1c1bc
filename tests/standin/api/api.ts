import { randomUUID } from 'node:crypto';
import type { Answer, Question } from '../http.ts';
import type { FakeKey, KeyStore } from '../key-store.ts';
import { apiError, invalidKey, missingScope } from './errors.ts';
import { ORGANIZATION, ORGANIZATION_TITLE, OWNER, PROJECT } from './organization.ts';
import { API_ROUTES, type ApiRoute } from './routes.ts';

/** What the API knows besides its keys. */
export interface ApiOptions {
  /** How long a fresh key is not known yet, and an edit not in force, in milliseconds. */
  readonly propagationMs: number;
  /**
   * Whether a row below "Model capabilities" grants nothing by itself: so it was from 2025 to June
   * 2026; a sighting of autumn 2026 says that it does (openai-platform.md §1.4, block d).
   */
  readonly childRowsGrantNothing: boolean;
}

/** An answer of the API, and the key that asked, if it is one of the stand-in's. */
export interface ApiAnswer {
  readonly answer: Answer;
  readonly keyId?: string;
}

/** Answers as api.openai.com does, by the key's scopes. */
export function answerApi(question: Question, store: KeyStore, options: ApiOptions): ApiAnswer {
  const value = /^Bearer (.+)$/.exec(question.headers.authorization ?? '')?.[1];
  const key = value === undefined ? undefined : store.find(value, options.propagationMs);
  const answer = decide(question, store, options, value, key);
  const headers = {
    'x-request-id': `req_${randomUUID().replaceAll('-', '')}`,
    ...(key ? { 'openai-organization': ORGANIZATION } : {}),
    // Known from API docs only (openai-platform.md §3.3).
    ...(key && key.kind !== 'admin' ? { 'openai-project': PROJECT } : {}),
    ...answer.headers,
  };
  return { answer: { ...answer, headers }, ...(key ? { keyId: key.id } : {}) };
}

function decide(
  question: Question,
  store: KeyStore,
  options: ApiOptions,
  value: string | undefined,
  key: FakeKey | undefined,
): Answer {
  const { method, url } = question;
  if (method === 'OPTIONS') return preflight();
  // The text for no key at all is made up.
  if (value === undefined) return apiError(401, "You didn't provide an API key.");
  if (!key) return invalidKey(value);
  key.lastUsedAt = Date.now();
  if (method === 'GET' && url.pathname === '/v1/me') return me(key);
  const route = API_ROUTES.find((each) => each.method === method && each.path.test(url.pathname));
  if (!route) return apiError(404, `Invalid URL (${method} ${url.pathname})`);
  const scopes = store.scopesNow(key, options.propagationMs);
  const wanted = wantedBy(route, options);
  if (wanted.some((scope) => scopes.includes(scope))) return route.answer(question, store);
  return missingScope(wanted[0] ?? '');
}

function wantedBy({ scopes }: ApiRoute, { childRowsGrantNothing }: ApiOptions): readonly string[] {
  return childRowsGrantNothing ? scopes.filter((scope) => !scope.includes(':')) : scopes;
}

// Seen for /v1/models (openai-platform.md §3.3); of the organization API nothing is known.
function preflight(): Answer {
  return {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'authorization,content-type',
    },
  };
}

/**
 * `/v1/me` is not in the published description. That live keys get 200 with id, name, email,
 * mfa_flag_enabled and orgs is known (openai-platform.md §3.1), the shape of an organization is made
 * up and kept small.
 */
function me({ kind }: FakeKey): Answer {
  const role = kind === 'admin' ? 'owner' : 'reader';
  const organization = {
    object: 'organization',
    id: ORGANIZATION,
    title: ORGANIZATION_TITLE,
    role,
  };
  return {
    status: 200,
    body: {
      object: 'user',
      ...OWNER,
      mfa_flag_enabled: true,
      orgs: { object: 'list', data: [organization] },
    },
  };
}
