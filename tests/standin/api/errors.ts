import type { Answer } from '../http.ts';

/** OpenAI's error body. */
export function apiError(status: number, message: string, code: string | null = null): Answer {
  return {
    status,
    body: { error: { message, type: 'invalid_request_error', param: null, code } },
  };
}

/** The 401 for a key that is not known, revoked or too fresh (openai-platform.md §3.2). */
export function invalidKey(value: string): Answer {
  const masked = `${value.slice(0, 8)}***${value.slice(-4)}`;
  return apiError(
    401,
    `Incorrect API key provided: ${masked}. You can find your API key at https://platform.openai.com/account/api-keys.`,
    'invalid_api_key',
  );
}

/** The 401 for a scope that the key lacks (openai-platform.md §3.2). */
export function missingScope(scope: string): Answer {
  return apiError(
    401,
    `You have insufficient permissions for this operation. Missing scopes: ${scope}. Check that you have the correct role in your organization (Reader, Writer, Owner) and project (Member, Owner), and if you're using a restricted API key, that it has the necessary scopes.`,
  );
}
