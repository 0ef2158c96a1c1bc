import type { Scope } from './scopes';

/** What a probe learned of one scope. */
export type Finding = 'granted' | 'denied' | 'unknown';

/** What the key can do, beside what the recipe needs. Lists hold scopes. */
export interface PermissionReport {
  readonly needed: readonly Scope[];
  readonly granted: readonly Scope[];
  /** Needed, and not granted. */
  readonly missing: readonly Scope[];
  /** Granted, and neither needed nor optional. */
  readonly excess: readonly Scope[];
  /** Could not be tested without a cost or a change. */
  readonly unknown: readonly Scope[];
  readonly checked: number;
  readonly total: number;
}

/** What a job needs of a key, as scopes. */
export interface ScopeNeed {
  readonly needed: readonly Scope[];
  readonly optional: readonly Scope[];
}

/** Compares findings (scope → finding) with the need. A scope that nobody probed counts as unknown. */
export function compareScopes(
  need: ScopeNeed,
  findings: Readonly<Record<Scope, Finding>>,
  all: readonly Scope[],
): PermissionReport {
  const scopes = [...new Set([...all, ...need.needed])];
  const having = (finding: Finding) =>
    scopes.filter((scope) => (findings[scope] ?? 'unknown') === finding);
  const granted = having('granted');
  const unknown = having('unknown');
  const wanted = new Set([...need.needed, ...need.optional]);
  return {
    needed: need.needed,
    granted,
    missing: need.needed.filter((scope) => findings[scope] === 'denied'),
    excess: granted.filter((scope) => !wanted.has(scope)),
    unknown,
    checked: scopes.length - unknown.length,
    total: scopes.length,
  };
}
