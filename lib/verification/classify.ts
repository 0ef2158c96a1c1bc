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
  [
    /mismatched_(organization|project)|no_organization|access to the (organization|project) tied/i,
    says('no', 'wrong_organization'),
  ],
  [/ip_not_authorized|ip (is )?not authorized/i, says('unknown', 'ip_not_allowed')],
  [/unsupported_country/i, says('unknown', 'country')],
  // The key is fine; its owner's account can't pay, or may not spend more.
  [
    /insufficient_quota|credit_balance_exhausted|(spend|usage)_limit_exceeded/i,
    says('yes', 'quota'),
  ],
  // The address is gone: this says nothing of the key.
  [/invalid url|unknown_url/i, says('unknown', 'unreadable_answer')],
];

/**
 * Reads an answer by its code and message, never by its status alone: a missing scope is a 401, as
 * is a wrong key. What is not known stays unknown.
 */
export function classify(
  probe: Pick<Probe, 'granted' | 'says'>,
  { status, text }: Pick<HttpAnswer, 'status' | 'text'>,
): Verdict {
  if (status === 200) return { live: 'yes', finding: 'granted' };
  const words = errorWords(text);
  const named = NAMED.find(([pattern]) => pattern.test(words));
  if (named) return named[1];
  if (status === 429) return says('unknown', 'rate_limited');
  if (status >= 500) return says('unknown', 'openai_down');
  if (words !== '' && probe.granted?.includes(status) && (probe.says?.test(words) ?? true)) {
    return { live: 'yes', finding: 'granted' };
  }
  return says('unknown', 'unreadable_answer');
}

/** Code, type and message of OpenAI's error body; empty for any other body. */
function errorWords(text: string): string {
  const body = parseJson(text) as { readonly error?: Record<string, unknown> } | null | undefined;
  const { code, type, message } = body?.error ?? {};
  return [code, type, message].filter((word) => typeof word === 'string').join(' ');
}
