import { allReads, CHAT, needing, PROJECT, usage, type Situation } from './situation';
import type { VerificationReason } from '@/lib/domain/verification';
import { missing, refuse, type Reply } from './openai-world';

const cut: Reply = () => {
  throw new TypeError('fetch failed');
};
const page =
  (status: number): Reply =>
  () =>
    new Response('<html>Sign in', { status });
const bare =
  (status: number, text = ''): Reply =>
  () =>
    new Response(text, { status });
const INVALID = refuse(401, 'Incorrect API key provided: sk-…', 'invalid_api_key');

const no = (it: string, all: Reply, reason: VerificationReason, says: RegExp): Situation => ({
  it,
  all,
  outcome: 'rejected',
  reason,
  says,
});
const open = (it: string, all: Reply, reason: VerificationReason, says: RegExp): Situation => ({
  it,
  all,
  outcome: 'indeterminate',
  reason,
  says,
});

/** OpenAI says no to the key. */
export const REFUSED: readonly Situation[] = [
  no('an unknown key', INVALID, 'invalid_key', /does not know this key/),
  no(
    'an unknown key, by its words',
    refuse(401, 'Incorrect API key provided.'),
    'invalid_key',
    /new one/,
  ),
  {
    ...no('a key that worked before', INVALID, 'revoked', /revoked or has expired/),
    options: { wasLive: true },
  },
  no(
    'a closed account',
    refuse(401, 'Closed.', 'account_deactivated'),
    'deactivated',
    /deactivated/,
  ),
  no(
    'a closed account, in older words',
    refuse(401, 'This key is associated with a deactivated account.'),
    'deactivated',
    /owner/,
  ),
  {
    ...no(
      'a closed account, at any age',
      refuse(401, 'x', 'account_deactivated'),
      'deactivated',
      /deactivated/,
    ),
    fresh: true,
  },
  no(
    'another organization',
    refuse(401, 'Header should match.', 'mismatched_organization'),
    'wrong_organization',
    /another OpenAI organization/,
  ),
  no(
    'no organization',
    refuse(401, 'x', 'no_organization'),
    'wrong_organization',
    /Switch the organization/,
  ),
  no(
    'no access to the organization',
    refuse(403, 'You do not have access to the organization tied to the API key.'),
    'wrong_organization',
    /organization/,
  ),
  no(
    'another project',
    refuse(401, 'x', 'mismatched_project'),
    'wrong_project',
    /Switch the project/,
  ),
  no(
    'no access to the project',
    refuse(401, 'You do not have access to the project tied to the API key.'),
    'wrong_project',
    /lost access/,
  ),
];

/** Nothing final can be said. */
export const OPEN: readonly Situation[] = [
  open(
    'an address that is not allowed',
    refuse(401, 'x', 'ip_not_authorized'),
    'ip_not_allowed',
    /network addresses/,
  ),
  open(
    'the same in words',
    refuse(403, 'Your IP is not authorized for this project.'),
    'ip_not_allowed',
    /can still work/,
  ),
  open(
    'a country',
    refuse(403, 'x', 'unsupported_country_region_territory'),
    'country',
    /from this country/,
  ),
  open(
    'too many requests',
    refuse(429, 'x', 'rate_limit_exceeded'),
    'rate_limited',
    /fewer requests/,
  ),
  open(
    'too many requests, by another code',
    refuse(429, 'x', 'slow_down'),
    'rate_limited',
    /check again/,
  ),
  open('too many requests, without a word', bare(429), 'rate_limited', /fewer requests/),
  open('no network', cut, 'network', /VPN/),
  open('a proxy that wants a password', bare(407), 'proxy', /proxy/),
  open('a network that wants a sign-in', page(511), 'proxy', /sign-in page/),
  open('a firewall’s page', page(403), 'proxy', /Something between/),
  open('a sign-in page with 200', page(200), 'proxy', /Something between/),
  open('an OpenAI that is down', bare(500), 'openai_down', /problem of its own/),
  open('an OpenAI behind a broken gateway', page(502), 'openai_down', /later/),
  open(
    'an OpenAI that is overloaded',
    refuse(503, 'The engine is overloaded.'),
    'openai_down',
    /later/,
  ),
  open('a 401 in new words', refuse(401, 'Something new.'), 'unreadable_answer', /does not know/),
  open('an empty 401', bare(401), 'unreadable_answer', /does not know/),
  open('a 200 that says nothing', bare(200), 'unreadable_answer', /does not know/),
  open(
    'an address that is gone',
    refuse(404, 'Invalid URL (GET /v1/me)'),
    'unreadable_answer',
    /later/,
  ),
  {
    ...open('a fresh key that has not spread', INVALID, 'too_fresh', /only minutes old/),
    fresh: true,
  },
  {
    ...open(
      'a fresh key that lacks its scope yet',
      missing('api.usage.read'),
      'too_fresh',
      /15 minutes/,
    ),
    fresh: true,
  },
  {
    it: 'an answer that knows the key and one that does not',
    has: usage,
    but: { '/v1/organization/costs': INVALID },
    outcome: 'indeterminate',
    reason: 'conflicting',
    says: /One answer/,
  },
  {
    it: 'a server that fails at the one question that counts',
    has: usage,
    but: { '/v1/organization/costs': bare(500) },
    outcome: 'indeterminate',
    reason: 'openai_down',
    missing: [],
  },
  {
    it: 'a network that breaks in between',
    has: usage,
    but: { '/v1/organization/costs': cut },
    outcome: 'indeterminate',
    reason: 'network',
  },
  {
    it: 'no credit, where models are needed',
    key: PROJECT,
    need: CHAT,
    has: allReads,
    but: { '/v1/chat/completions': refuse(429, 'x', 'insufficient_quota') },
    outcome: 'indeterminate',
    reason: 'quota',
    says: /The key is right/,
  },
  {
    it: 'a balance of nothing',
    key: PROJECT,
    need: CHAT,
    has: allReads,
    but: { '/v1/chat/completions': refuse(429, 'x', 'credit_balance_exhausted') },
    outcome: 'indeterminate',
    reason: 'quota',
    says: /credit/,
  },
  {
    it: 'a project’s spend limit',
    key: PROJECT,
    need: CHAT,
    has: allReads,
    but: { '/v1/chat/completions': refuse(429, 'x', 'project_spend_limit_exceeded') },
    outcome: 'indeterminate',
    reason: 'quota',
    says: /spend limit/,
  },
  {
    it: 'an organization’s usage limit',
    key: PROJECT,
    need: CHAT,
    has: allReads,
    but: { '/v1/chat/completions': refuse(429, 'x', 'organization_usage_limit_exceeded') },
    outcome: 'indeterminate',
    reason: 'quota',
    says: /limit/,
  },
  {
    it: 'a need that nobody can test',
    key: PROJECT,
    need: needing('api.threads.read'),
    has: allReads,
    outcome: 'indeterminate',
    reason: 'not_testable',
    says: /“Threads” set to Read is needed.*no free way/,
  },
  {
    it: 'a need that is an admin’s write',
    need: needing('api.management.write'),
    has: ['api.management.read'],
    outcome: 'indeterminate',
    reason: 'not_testable',
    says: /“Organization Administration” set to Write/,
  },
  {
    it: 'a need that takes a POST, with GET only',
    key: PROJECT,
    need: CHAT,
    has: ['api.model.request'],
    options: { getOnly: true },
    outcome: 'indeterminate',
    reason: 'get_only',
    says: /only GET requests/,
  },
];
