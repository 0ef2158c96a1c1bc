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

type Words = readonly (readonly [pattern: RegExp, verdict: Verdict])[];
const says = (live: Verdict['live'], reason: VerificationReason): Verdict => ({
  live,
  finding: 'unknown',
  reason,
});

/** Codes and messages that name their cause (openai-platform.md §3.2). The first that fits counts. */
const NAMED: Words = [
  [/missing[ _]scope/i, { live: 'yes', finding: 'denied', reason: 'missing_scope' }],
  [/invalid_api_key|incorrect api key/i, says('no', 'invalid_key')],
  [/account_deactivated|deactivated account|has been deactivated/i, says('no', 'deactivated')],
  [/mismatched_project|access to the project tied/i, says('no', 'wrong_project')],
  [
    /mismatched_organization|no_organization|access to the organization tied/i,
    says('no', 'wrong_organization'),
  ],
  [/ip_not_authorized|\bip (is )?not authorized/i, says('unknown', 'ip_not_allowed')],
  [/unsupported_country/i, says('unknown', 'country')],
  // The key is fine; its owner's account can't pay, or may not spend more.
  [
    /insufficient_quota|credit_balance_exhausted|(spend|usage)_limit_exceeded/i,
    says('yes', 'quota'),
  ],
  [/rate_limit_exceeded|slow_down/i, says('unknown', 'rate_limited')],
  // The address is gone: this says nothing of the key.
  [/invalid url|unknown_url/i, says('unknown', 'unreadable_answer')],
];

/** Statuses that a proxy or a network's sign-in page gives, and no API (RFC 9110 §15.5.8, RFC 6585 §6). */
const BETWEEN = [407, 511];

/**
 * Reads an answer by its code and message, never by its status alone: a missing scope is a 401, as
 * is a wrong key. What is not known stays unknown.
 */
export function classify(
  probe: Pick<Probe, 'granted' | 'says'>,
  { status, text }: Pick<HttpAnswer, 'status' | 'text'>,
): Verdict {
  const body = parseJson(text);
  // A proxy's page may come with 200 too.
  if (status === 200 && isObject(body)) return { live: 'yes', finding: 'granted' };
  const words = errorWords(body);
  const named = NAMED.find(([pattern]) => pattern.test(words));
  if (named) return named[1];
  if (BETWEEN.includes(status)) return says('unknown', 'proxy');
  if (status === 429) return says('unknown', 'rate_limited');
  if (status >= 500) return says('unknown', 'openai_down');
  if (words !== '' && probe.granted?.includes(status) && (probe.says?.test(words) ?? true)) {
    return { live: 'yes', finding: 'granted' };
  }
  return says('unknown', text.trimStart().startsWith('<') ? 'proxy' : 'unreadable_answer');
}

function isObject(body: unknown): body is object {
  return typeof body === 'object' && body !== null;
}

/** Code, type and message of OpenAI's error body; empty for any other body. */
function errorWords(body: unknown): string {
  if (!isObject(body) || !('error' in body) || !isObject(body.error)) return '';
  const { code, type, message } = body.error as Readonly<Record<string, unknown>>;
  return [code, type, message].filter((word) => typeof word === 'string').join(' ');
}
