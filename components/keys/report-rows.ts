import type { KeyKind } from '@/lib/domain/api-key';
import type { PermissionReport } from '@/lib/domain/permission-report';
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
  readonly verdict: Verdict;
}

const ORDER: readonly Verdict[] = ['missing', 'excess', 'right', 'untested'];

/** The report in the dashboard's rows. Rows that the job doesn't need and the key doesn't have are left out. */
export function reportRows(kind: KeyKind, report: PermissionReport): readonly ReportRow[] {
  const nameOf = (scope: Scope) => rowOfScope(kind, scope)?.row ?? scope;
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
    return withoutUndefined({
      row,
      needed: choice(report.needed),
      has: choice(report.granted),
      untested: choice(report.unknown),
      verdict: verdictOf(report, within),
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
