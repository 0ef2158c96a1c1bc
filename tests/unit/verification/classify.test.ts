import { describe, expect, test } from 'vitest';
import { classify } from '@/lib/verification/classify';

const LIST = {};
const MODEL = { granted: [400, 422] };
const BETA = { granted: [400], says: /openai-beta|invalid_beta/i };

/** OpenAI's error body, as openai-platform.md §3.2 has it. */
function body(message: string, code: string | null = null, type = 'invalid_request_error') {
  return JSON.stringify({ error: { message, type, param: null, code } });
}

const MISSING =
  'You have insufficient permissions for this operation. Missing scopes: api.usage.read. Check that you have the correct role in your organization, and if you are using a restricted API key, that it has the necessary scopes.';
const SEVERAL = MISSING.replace('api.usage.read', 'api.model.read, model.request');
const WRONG =
  'Incorrect API key provided: sk-FAKE***FAKE. You can find your API key at https://platform.openai.com/account/api-keys.';

test.each([
  ['a missing scope with 401', 401, body(MISSING)],
  ['several missing scopes', 401, body(SEVERAL)],
  ['a missing scope with 403', 403, body(MISSING)],
  ['a missing scope by its code', 403, body('No.', 'missing_scope')],
])('The key lives, and lacks the right: %s.', (_title, status, text) => {
  expect(classify(LIST, { status, text })).toEqual({
    live: 'yes',
    finding: 'denied',
    reason: 'missing_scope',
  });
});

test.each([
  ['an unknown key', 401, body(WRONG, 'invalid_api_key'), 'invalid_key'],
  ['an unknown key without a code', 401, body(WRONG), 'invalid_key'],
  ['a closed account', 401, body('…has been deactivated.', 'account_deactivated'), 'deactivated'],
  [
    'an older word for it',
    401,
    body('This key is associated with a deactivated account.'),
    'deactivated',
  ],
  [
    'another organization',
    401,
    body(
      'OpenAI-Organization header should match organization for API key',
      'mismatched_organization',
    ),
    'wrong_organization',
  ],
  ['another project', 401, body('No.', 'mismatched_project'), 'wrong_project'],
  [
    'no access to the project',
    401,
    body('You do not have access to the project tied to the API key.'),
    'wrong_project',
  ],
])('The key is refused: %s.', (_title, status, text, reason) => {
  expect(classify(LIST, { status, text })).toEqual({ live: 'no', finding: 'unknown', reason });
});

test.each([
  ['an address that is not allowed', 401, body('No.', 'ip_not_authorized'), 'ip_not_allowed'],
  ['the same in words', 401, body('Your IP is not authorized to use this.'), 'ip_not_allowed'],
  ['a country', 403, body('No.', 'unsupported_country_region_territory'), 'country'],
  ['too many requests', 429, body('Slow.', 'rate_limit_exceeded'), 'rate_limited'],
  ['too many requests without a body', 429, '', 'rate_limited'],
  ['a server that is down', 503, '<html>', 'openai_down'],
  ['an address that is gone', 404, body('Invalid URL (GET /v1/x)'), 'unreadable_answer'],
  ['too many requests by another code', 403, body('Slow.', 'slow_down'), 'rate_limited'],
  ['a page instead of an answer', 403, '<html>Just a moment…', 'proxy'],
  ['a page instead of an answer, with 200', 200, '<html>Sign in to the network', 'proxy'],
  ['a proxy that wants a password', 407, '', 'proxy'],
  ['a network that wants a sign-in', 511, '', 'proxy'],
  ['a 200 that says nothing', 200, '', 'unreadable_answer'],
  ['a 401 in new words', 401, body('Something new.'), 'unreadable_answer'],
  ['an empty 401', 401, '', 'unreadable_answer'],
  ['null', 401, 'null', 'unreadable_answer'],
  ['a gone API', 410, body('This API was shut down.'), 'unreadable_answer'],
])('Nothing is known of the key: %s.', (_title, status, text, reason) => {
  for (const probe of [LIST, { granted: [404], says: /not found/ }]) {
    expect(classify(probe, { status, text })).toEqual({
      live: 'unknown',
      finding: 'unknown',
      reason,
    });
  }
});

test.each([
  'insufficient_quota',
  'credit_balance_exhausted',
  'project_spend_limit_exceeded',
  'organization_usage_limit_exceeded',
])('%s means that the key is fine.', (code) => {
  expect(classify(MODEL, { status: 429, text: body('Check your plan.', code) })).toEqual({
    live: 'yes',
    finding: 'unknown',
    reason: 'quota',
  });
});

describe('A refused question', () => {
  const granted = { live: 'yes', finding: 'granted' };
  const badType = { status: 400, text: body("Invalid type for 'model'.", 'invalid_type') };

  test('shows the right, where it was meant to be refused.', () => {
    expect(classify(MODEL, badType)).toEqual(granted);
    expect(classify(LIST, { status: 200, text: '{}' })).toEqual(granted);
  });

  test('shows nothing, where an answer was expected.', () => {
    expect(classify(LIST, badType).finding).toBe('unknown');
  });

  test('shows nothing without the words of OpenAI.', () => {
    expect(classify(MODEL, { status: 400, text: 'Bad Request' }).finding).toBe('unknown');
  });

  test('counts by its words first: a 400 can name a missing scope too.', () => {
    expect(classify(MODEL, { status: 400, text: body(MISSING) }).finding).toBe('denied');
  });

  test('must say what is expected, where the API may be shut down.', () => {
    const header = body("You must provide the 'OpenAI-Beta' header to access the Assistants API.");
    expect(classify(BETA, { status: 400, text: header })).toEqual(granted);
    const gone = body('The Assistants API was shut down.');
    expect(classify(BETA, { status: 400, text: gone }).finding).toBe('unknown');
  });
});

test('A verdict repeats nothing of the answer.', () => {
  const verdict = classify(LIST, { status: 401, text: body(WRONG, 'invalid_api_key') });
  expect(JSON.stringify(verdict)).not.toMatch(/sk-/);
});
