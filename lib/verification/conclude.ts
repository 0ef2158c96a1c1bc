import type { KeyKind } from '@/lib/domain/api-key';
import { compareScopes, type Finding, type ScopeNeed } from '@/lib/domain/permission-report';
import { scopesFor, type Scope } from '@/lib/domain/scopes';
import type { VerificationReason, VerificationResult } from '@/lib/domain/verification';
import type { Verdict } from './classify';
import type { Probe } from './probes';

/** A probe and what came of it. */
export interface Probed {
  readonly probe: Probe;
  readonly verdict: Verdict;
  /** Of the response's header. */
  readonly organization?: string | undefined;
}

/**
 * The result of all probes that were asked. Excess rights are in the report and change no outcome.
 * @param fresh whether the key is so young that a no is not believed yet.
 * @returns `verified` only for a key that lives and was seen to have everything that is needed;
 * without a reason, `indeterminate` means that something needed can't be tested at all.
 */
export function conclude(
  probed: readonly Probed[],
  need: ScopeNeed,
  kind: KeyKind,
  fresh: boolean,
): VerificationResult {
  const findings: Record<Scope, Finding> = {};
  for (const { probe, verdict } of probed) {
    if (probe.scope) findings[probe.scope] = verdict.finding;
  }
  const report = compareScopes(need, findings, scopesFor(kind));
  const alive = probed.some(({ verdict }) => verdict.live === 'yes');
  const refusal = probed.find(({ verdict }) => verdict.live === 'no')?.verdict.reason;
  const organization = probed.find((each) => each.organization)?.organization;
  const result = (
    outcome: VerificationResult['outcome'],
    reason?: VerificationReason,
  ): VerificationResult => ({
    outcome,
    ...(reason ? { reason } : {}),
    ...(alive ? { report } : {}),
    ...(organization ? { organization } : {}),
  });

  if (refusal) {
    // No age makes up for a closed account.
    if (fresh && refusal !== 'deactivated') return result('indeterminate', 'too_fresh');
    // One answer knew the key and another did not: not a no yet.
    return alive ? result('indeterminate', 'unreadable_answer') : result('rejected', refusal);
  }
  if (!alive) return result('indeterminate', probed[0]?.verdict.reason ?? 'unreadable_answer');
  if (report.missing.length > 0) {
    return fresh ? result('indeterminate', 'too_fresh') : result('rejected', 'missing_scope');
  }
  const untested = need.needed.find((scope) => (findings[scope] ?? 'unknown') === 'unknown');
  if (untested === undefined) return result('verified');
  const asked = probed.find(({ probe }) => probe.scope === untested);
  return result(
    'indeterminate',
    (asked ?? probed.find(({ verdict }) => endsAll(verdict)))?.verdict.reason,
  );
}

/** True when the remaining probes would be answered alike: a dead key, a barred address, no network. */
export function endsAll({ live, reason }: Verdict): boolean {
  return (
    live === 'no' || reason === 'network' || reason === 'ip_not_allowed' || reason === 'country'
  );
}
