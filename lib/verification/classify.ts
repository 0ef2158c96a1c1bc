import type { Finding } from '@/lib/domain/permission-report';
import type { VerificationReason } from '@/lib/domain/verification';
import { parseJson, type HttpAnswer } from '@/lib/http';
import type { Probe } from './probes';

/** What one answer says: of the key, and of the probe's scope. */
export interface Verdict {
  readonly live: 'yes' | 'no' | 'unknown';
  readonly finding: Finding;
  readonly reason?: VerificationReason;
}

const REFUSED: readonly (readonly [RegExp, VerificationReason])[] = [
  [/invalid_api_key|incorrect api key/i, 'invalid_key'],
  [/account_deactivated|deactivated|revoked/i, 'deactivated'],
  [
    /mismatched_(organization|project)|no_organization|access to the (organization|project)/i,
    'wrong_organization',
  ],
];
const BLOCKED: readonly (readonly [RegExp, VerificationReason])[] = [
  [/ip_not_authorized|ip not authorized/i, 'ip_not_allowed'],
  [/unsupported_country/i, 'country'],
];
/** The key is fine; its owner's account can't pay or may not spend more. */
const QUOTA =
  /insufficient_quota|credit_balance_exhausted|spend_limit_exceeded|usage_limit_exceeded/i;
const MISSING_SCOPE = /missing scopes: ([\w., ]+?)\.(?: |$)|missing_scope/i;

/** Reads an answer by its code and message, never by its status alone: a missing scope is a 401 too (openai-platform.md §3.2). */
export function classify(
  probe: Probe,
  { status, text }: Pick<HttpAnswer, 'status' | 'text'>,
): Verdict {
  if (status === 200 || probe.granted?.includes(status)) return { live: 'yes', finding: 'granted' };
  const words = errorWords(text);
  if (MISSING_SCOPE.test(words)) return { live: 'yes', finding: 'denied', reason: 'missing_scope' };
  const refused = REFUSED.find(([pattern]) => pattern.test(words));
  if (refused) return { live: 'no', finding: 'unknown', reason: refused[1] };
  const blocked = BLOCKED.find(([pattern]) => pattern.test(words));
  if (blocked) return { live: 'unknown', finding: 'unknown', reason: blocked[1] };
  if (QUOTA.test(words)) return { live: 'yes', finding: 'unknown', reason: 'quota' };
  if (status === 429) return { live: 'unknown', finding: 'unknown', reason: 'rate_limited' };
  if (status >= 500) return { live: 'unknown', finding: 'unknown', reason: 'openai_down' };
  return { live: 'unknown', finding: 'unknown', reason: 'unreadable_answer' };
}

function errorWords(text: string): string {
  const body = parseJson(text) as { error?: { code?: unknown; message?: unknown } } | undefined;
  const words = [body?.error?.code, body?.error?.message];
  return words.filter((word) => typeof word === 'string').join(' ');
}
