import type { OpenAiKind } from '@/lib/domain/api-key';
import type { OwnerFacts } from '@/lib/domain/owner';
import {
  compareScopes,
  isWrite,
  type Finding,
  type PermissionReport,
  type ScopeNeed,
  type Untested,
} from '@/lib/domain/permission-report';
import { scopesFor, type Scope } from '@/lib/domain/scopes';
import type { VerificationReason, VerificationResult } from '@/lib/domain/verification';
import { fitsKind } from '@/lib/domain/warnings';
import type { Verdict } from './classify';
import { probesFor, type Probe } from './probes';

/** A probe and what came of it. */
export interface Probed {
  readonly probe: Probe;
  readonly verdict: Verdict;
  readonly owner?: OwnerFacts;
  /** How long OpenAI asks us to wait, in milliseconds. */
  readonly retryAfter?: number | undefined;
}

/** What is known of a key beside OpenAI's answers. */
export interface Known {
  readonly kind: OpenAiKind;
  /** So young that a no is not believed yet. */
  readonly fresh: boolean;
  /** OpenAI knew it once. */
  readonly wasLive: boolean;
  /** The person was led to take it away: no age makes up for that. */
  readonly revoking: boolean;
  /** A row below "Model capabilities" was chosen when it was made, and not the row itself. */
  readonly childRowOnly: boolean;
  /** Only GET was allowed. */
  readonly getOnly: boolean;
}

/**
 * The result of all probes that were asked. Excess rights are in the report and change no outcome.
 * @returns `verified` only for a key that lives and was seen to have everything that is needed.
 */
export function conclude(
  probed: readonly Probed[],
  need: ScopeNeed,
  known: Known,
): VerificationResult {
  const { kind, fresh } = known;
  const findings: Record<Scope, Finding> = {};
  for (const { probe, verdict } of probed) {
    if (probe.scope) findings[probe.scope] = verdict.finding;
  }
  const report = compareScopes(need, findings, scopesFor(kind), (scope) =>
    whyUntested(scope, known),
  );
  const alive = probed.some(({ verdict }) => verdict.live === 'yes');
  const refusal = probed.find(({ verdict }) => verdict.live === 'no')?.verdict.reason;
  const owner: OwnerFacts = Object.assign({}, ...probed.map((each) => each.owner ?? {}));
  const retryAfter = Math.max(0, ...probed.map((each) => each.retryAfter ?? 0));
  const result = (
    outcome: VerificationResult['outcome'],
    reason?: VerificationReason,
    scope?: Scope,
  ): VerificationResult => ({
    outcome,
    ...(reason ? { reason } : {}),
    ...(scope ? { scope } : {}),
    ...(alive ? { report } : {}),
    ...(retryAfter > 0 ? { retryAfter } : {}),
    ...(owner.organization ? { organization: owner.organization } : {}),
    ...(Object.keys(owner).length > 0 ? { owner } : {}),
  });

  if (refusal) {
    const isGone = refusal === 'invalid_key' && known.revoking;
    // No age makes up for a closed account.
    if (fresh && refusal !== 'deactivated' && !isGone) return result('indeterminate', 'too_fresh');
    // One answer knew the key and another did not: not a no yet.
    if (alive) return result('indeterminate', 'conflicting');
    const wasKnown = isGone || (refusal === 'invalid_key' && known.wasLive);
    return result('rejected', wasKnown ? 'revoked' : refusal);
  }
  if (!alive) return result('indeterminate', probed[0]?.verdict.reason ?? 'unreadable_answer');
  if (need.kind && !fitsKind(need.kind, kind)) return result('rejected', 'wrong_key_kind');
  const [missing] = report.missing;
  if (missing !== undefined) {
    if (fresh) return result('indeterminate', 'too_fresh', missing);
    return result('rejected', reasonOfMissing(missing, report, known), missing);
  }
  const untested = need.needed.find((scope) => (findings[scope] ?? 'unknown') === 'unknown');
  if (untested === undefined) return result('verified');
  const asked = probed.find(({ probe }) => probe.scope === untested);
  const ended = probed.find(({ verdict }) => endsAll(verdict));
  const why = report.why?.[untested];
  return result(
    'indeterminate',
    why === 'get_only'
      ? 'get_only'
      : ((asked ?? (why === 'no_answer' ? ended : undefined))?.verdict.reason ?? 'not_testable'),
    untested,
  );
}

/**
 * Chat completions and the like count by the parent row alone, or did until 2026: with only a row
 * below it set, OpenAI names the parent as missing (openai-platform.md block a).
 */
function reasonOfMissing(
  scope: Scope,
  { granted }: PermissionReport,
  { childRowOnly }: Known,
): VerificationReason {
  const hasChild = childRowOnly || granted.includes('api.responses.write');
  return scope === 'api.model.request' && hasChild ? 'parent_row' : 'missing_scope';
}

function whyUntested(scope: Scope, { kind, getOnly }: Known): Untested {
  const probe = probesFor(kind).find((each) => each.scope === scope);
  if (probe === undefined) return kind === 'admin' && isWrite(scope) ? 'admin_write' : 'not_free';
  return getOnly && probe.method !== 'GET' ? 'get_only' : 'no_answer';
}

const ENDS: readonly (VerificationReason | undefined)[] = [
  'network',
  'proxy',
  'ip_not_allowed',
  'country',
  'rate_limited',
];

/** True when the remaining probes would be answered alike: a dead key, a barred address, no network, too many. */
export function endsAll({ live, reason }: Verdict): boolean {
  return live === 'no' || ENDS.includes(reason);
}
