import type { OwnerFacts, ShownOwner } from './owner';
import type { PermissionReport } from './permission-report';
import type { Scope } from './scopes';

/**
 * Why a key that was right is so no more, in as few kinds as need different acts: OpenAI no longer
 * takes it; it lacks a right; it belongs elsewhere; its place holds something else.
 */
export const CAUSES = ['gone', 'lacking', 'elsewhere', 'changed'] as const;
/** One of {@link CAUSES}. */
export type Cause = (typeof CAUSES)[number];

/** Why a key was not verified, for a sentence and a remedy (`verification.<reason>`). */
export const VERIFICATION_REASONS = [
  'invalid_key',
  'revoked',
  'deactivated',
  'missing_scope',
  'parent_row',
  'wrong_key_kind',
  'wrong_organization',
  'wrong_project',
  'ip_not_allowed',
  'country',
  'quota',
  'rate_limited',
  'network',
  /** The person has taken the access to OpenAI's API from us. */
  'no_access',
  'proxy',
  'openai_down',
  'too_fresh',
  'not_testable',
  'get_only',
  'conflicting',
  'unreadable_answer',
  /** It was made by our own practice: nobody is asked about it. */
  'practice',
  'internal',
] as const;
/** One of {@link VERIFICATION_REASONS}. */
export type VerificationReason = (typeof VERIFICATION_REASONS)[number];

/** Three outcomes, never two. `indeterminate` is not a no. */
export type VerificationOutcome = 'verified' | 'rejected' | 'indeterminate';

/** The result of proving one key with OpenAI. */
export interface VerificationResult {
  readonly outcome: VerificationOutcome;
  readonly reason?: VerificationReason;
  /** The scope that the reason is about. */
  readonly scope?: Scope;
  readonly report?: PermissionReport;
  /** How long OpenAI asks us to wait, in milliseconds. */
  readonly retryAfter?: number;
  /** From response headers, when OpenAI sends them. */
  readonly organization?: string;
  /** Whose key it is, as far as OpenAI's answers say. */
  readonly owner?: OwnerFacts;
}

/** What a place holds in the stead of a delivery: somebody else's, or nothing of it. */
export interface Drift {
  readonly what: 'changed' | 'gone';
  /** When it was first seen; epoch milliseconds. */
  readonly at: number;
}

/** What has drifted of a key's deliveries, by their ids. */
export type Drifts = Readonly<Record<string, Drift>>;

/** What is kept of a key's last proof, with what its earlier ones must not lose. */
export interface KeptProof extends VerificationResult {
  /** OpenAI knew it at some time. */
  readonly wasLive?: true;
  /** The person was led to take it away in OpenAI, and no answer has known it since. */
  readonly revoking?: true;
  /** What OpenAI's page showed when it was made. */
  readonly shown?: ShownOwner;
  readonly drifts?: Drifts;
}

/** One question that a proof asks OpenAI, for people: what is sent and where. */
export interface Question {
  readonly method: 'GET' | 'POST';
  /** With its query. */
  readonly path: string;
}

/** How many questions of a proof are answered. */
export interface ProofProgress {
  readonly done: number;
  readonly total: number;
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
  /** What the check before this one came to, of those that could tell. */
  readonly was?: 'verified' | 'rejected';
  /** It was right before, is so no more, and nobody has looked at it since. */
  readonly broke?: Cause;
}

/** Waits before each further try, in milliseconds: fresh keys take up to a minute to work everywhere. */
export const RETRY_DELAYS: readonly number[] = [5_000, 20_000, 60_000];

/** The age below which a missing scope is "can't tell yet", in milliseconds. */
export const FRESH_FOR = 15 * 60_000;

/** Reasons that no waiting changes: they are not asked again by themselves. */
export const LASTING: readonly VerificationReason[] = ['not_testable', 'get_only', 'practice'];
