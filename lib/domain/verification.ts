import type { PermissionReport } from './permission-report';

/** Why a key was not verified, for a sentence and a remedy (`verification.<reason>`). */
export type VerificationReason =
  | 'invalid_key'
  | 'deactivated'
  | 'missing_scope'
  | 'wrong_organization'
  | 'ip_not_allowed'
  | 'country'
  | 'quota'
  | 'rate_limited'
  | 'network'
  /** The person has taken the access to OpenAI's API from us. */
  | 'no_access'
  | 'openai_down'
  | 'too_fresh'
  | 'unreadable_answer';

/** Three outcomes, never two. `indeterminate` is not a no. */
export type VerificationOutcome = 'verified' | 'rejected' | 'indeterminate';

/** The result of proving one key with OpenAI. */
export interface VerificationResult {
  readonly outcome: VerificationOutcome;
  readonly reason?: VerificationReason;
  readonly report?: PermissionReport;
  /** From response headers, when OpenAI sends them. */
  readonly organization?: string;
}

/** A verification as a durable row: what an alarm needs to go on with it. Times are epoch milliseconds. */
export interface VerificationRow {
  readonly itemId: string;
  readonly state: 'checking' | 'waiting' | 'done';
  readonly attempt: number;
  readonly updatedAt: number;
  readonly retryAt?: number;
  readonly outcome?: VerificationOutcome;
  readonly reason?: VerificationReason;
}

/** Waits before each further try, in milliseconds: fresh keys take up to a minute to work everywhere. */
export const RETRY_DELAYS: readonly number[] = [5_000, 20_000, 60_000];

/** The age below which a missing scope is "can't tell yet", in milliseconds. */
export const FRESH_FOR = 15 * 60_000;
