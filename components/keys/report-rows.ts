import type { KeyKind } from '@/lib/domain/api-key';
import { editsOf } from '@/lib/domain/permission-edits';
import type { PermissionReport, Untested } from '@/lib/domain/permission-report';
import { rowOfScope, type Scope } from '@/lib/domain/scopes';

/** What a row of the permission report comes to, worst first. */
export type Verdict = 'missing' | 'excess' | 'untested' | 'right';

/** One row of the dashboard's matrix: what the job needs and what the key has. */
export interface ReportRow {
  readonly row: string;
  readonly needed?: string;
  readonly has?: string;
  /** A choice of this row that could not be tested. */
  readonly untested?: string;
  /** Why it could not be. */
  readonly why?: Untested;
  /** The choice to set in OpenAI, for a row with too much. */
  readonly reduceTo?: string;
  readonly verdict: Verdict;
}

const ORDER: readonly Verdict[] = ['missing', 'excess', 'right', 'untested'];

/** The report in the dashboard's rows. Rows that the job doesn't need and the key doesn't have are left out. */
export function reportRows(kind: KeyKind, report: PermissionReport): readonly ReportRow[] {
  const nameOf = (scope: Scope) => rowOfScope(kind, scope)?.row ?? scope;
  const edits = editsOf(kind, report);
  const names = new Set(
    [...report.needed, ...report.granted, ...report.unknown].map((scope) => nameOf(scope)),
  );
  const rows = [...names].map((row) => {
    const within = (scopes: readonly Scope[]) => scopes.filter((scope) => nameOf(scope) === row);
    // Scopes come in the dashboard's order, least first: the last is the choice that was made.
    const choice = (scopes: readonly Scope[]) => {
      const last = within(scopes).at(-1);
      return last === undefined ? undefined : (rowOfScope(kind, last)?.choice ?? last);
    };
    const verdict = verdictOf(report, within);
    return withoutUndefined({
      row,
      needed: choice(report.needed),
      has: choice(report.granted),
      untested: choice(report.unknown),
      why: report.why?.[within(report.unknown).at(-1) ?? ''],
      reduceTo: verdict === 'excess' ? edits.find((each) => each.row === row)?.choice : undefined,
      verdict,
    });
  });
  return rows.sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
}

function verdictOf(
  report: PermissionReport,
  within: (scopes: readonly Scope[]) => readonly Scope[],
): Verdict {
  if (within(report.missing).length > 0) return 'missing';
  if (within(report.excess).length > 0) return 'excess';
  const unknown = within(report.unknown);
  const needIsOpen = within(report.needed).some((scope) => unknown.includes(scope));
  return needIsOpen || within(report.granted).length === 0 ? 'untested' : 'right';
}

/** Every scope that was looked at, the granted first, with what was found or why it was not tested. */
export function scopeRows(
  report: PermissionReport,
): readonly { readonly scope: Scope; readonly found: 'granted' | 'denied' | Untested }[] {
  const { granted, denied = [], unknown, why = {} } = report;
  return [
    ...granted.map((scope) => ({ scope, found: 'granted' as const })),
    ...denied.map((scope) => ({ scope, found: 'denied' as const })),
    ...unknown.map((scope) => ({ scope, found: why[scope] ?? ('not_free' as const) })),
  ];
}

function withoutUndefined(
  row: { [K in keyof ReportRow]-?: ReportRow[K] | undefined } & { row: string; verdict: Verdict },
): ReportRow {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== undefined),
  ) as unknown as ReportRow;
}

/** The report in one sentence, worst first. `exact` only when nothing is left open. */
export function reportSummary(
  report: PermissionReport,
): 'lacking' | 'tooMuch' | 'partly' | 'exact' {
  if (report.missing.length > 0) return 'lacking';
  if (report.excess.length > 0) return 'tooMuch';
  return report.unknown.length > 0 ? 'partly' : 'exact';
}

/** The dashboard's row and choice for a scope, then OpenAI's name of it: the words of a reason. */
export function scopeWords(kind: KeyKind, scope: Scope): readonly [string, string, string] {
  const { row, choice } = rowOfScope(kind, scope) ?? { row: scope, choice: scope };
  return [row, choice, scope];
}
