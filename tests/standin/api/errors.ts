import type { Answer } from '../http.ts';

/** OpenAI's error body. */
export function apiError(
  status: number,
  message: string,
  code: string | null = null,
  param: string | null = null,
): Answer {
  return { status, body: { error: { message, type: 'invalid_request_error', param, code } } };
}

/** The 401 for a key that is not known, revoked, expired or too fresh (openai-platform.md §3.2). */
export function invalidKey(value: string): Answer {
  const masked = `${value.slice(0, 8)}${'*'.repeat(Math.max(3, value.length - 12))}${value.slice(-4)}`;
  return apiError(
    401,
    `Incorrect API key provided: ${masked}. You can find your API key at https://platform.openai.com/account/api-keys.`,
    'invalid_api_key',
  );
}

/** The 401 for a scope that the key lacks: one text for projects, one for the organization (openai-platform.md §3.2). */
export function missingScope(scope: string): Answer {
  const isOrganization = /^api\.(management|usage|audit_logs)\./.test(scope);
  const role = isOrganization
    ? 'in your organization'
    : 'in your organization (Reader, Writer, Owner) and project (Member, Owner)';
  return apiError(
    401,
    `You have insufficient permissions for this operation. Missing scopes: ${scope}. Check that you have the correct role ${role}, and if you're using a restricted API key, that it has the necessary scopes.`,
  );
}
