import type { Scope } from './scopes';

/** What a probe learned of one scope. */
export type Finding = 'granted' | 'denied' | 'unknown';

/**
 * Why a scope was not tested: there is no free question; a question could change the organization;
 * the person allows GET only; or OpenAI was asked and its answer told nothing.
 */
export type Untested = 'not_free' | 'admin_write' | 'get_only' | 'no_answer';

/** What the key can do, beside what the recipe needs. Lists hold scopes. */
export interface PermissionReport {
  readonly needed: readonly Scope[];
  readonly granted: readonly Scope[];
  /** Seen to be refused; absent in reports of before. */
  readonly denied?: readonly Scope[];
  /** Needed, and not granted. */
  readonly missing: readonly Scope[];
  /** Granted, and neither needed nor optional. */
  readonly excess: readonly Scope[];
  /** Could not be tested without a cost or a change. */
  readonly unknown: readonly Scope[];
  /** Why each of {@link unknown} was not tested; absent in reports of before. */
  readonly why?: Readonly<Record<Scope, Untested>>;
  readonly checked: number;
  readonly total: number;
}

/** What a job needs of a key, as scopes. */
export interface ScopeNeed {
  readonly needed: readonly Scope[];
  readonly optional: readonly Scope[];
  /** The kind of key that the job takes, when it says so. */
  readonly kind?: 'admin' | 'project';
}

/** Compares findings (scope → finding) with the need. A scope that nobody probed counts as unknown. */
export function compareScopes(
  need: ScopeNeed,
  findings: Readonly<Record<Scope, Finding>>,
  all: readonly Scope[],
  whyUntested: (scope: Scope) => Untested = () => 'not_free',
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
    denied: having('denied'),
    missing: need.needed.filter((scope) => findings[scope] === 'denied'),
    excess: granted.filter((scope) => !wanted.has(scope)),
    unknown,
    why: Object.fromEntries(unknown.map((scope) => [scope, whyUntested(scope)])),
    checked: scopes.length - unknown.length,
    total: scopes.length,
  };
}

/** True for a right that does more than read. */
export function isWrite(scope: Scope): boolean {
  return !scope.endsWith('.read');
}

/**
 * How far a key was seen to only read: how many writes OpenAI refused, and how many have no free
 * question. Undefined when a write is granted, or when none was seen to be refused.
 */
export function readOnlyProof(
  report: PermissionReport,
): { readonly refused: number; readonly untested: number } | undefined {
  const refused = (report.denied ?? []).filter(isWrite).length;
  if (refused === 0 || report.granted.some(isWrite)) return undefined;
  return { refused, untested: report.unknown.filter(isWrite).length };
}
