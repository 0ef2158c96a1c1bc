import type { KeyKind } from './api-key';
import type { PermissionReport } from './permission-report';
import { rowOfScope, type Scope } from './scopes';

/** A row of the dashboard's matrix and the choice that it should have. */
export interface PermissionEdit {
  readonly row: string;
  readonly choice: string;
}

/**
 * What to set in OpenAI's edit dialog so that a key has what the job needs and no more: the rows that
 * lack something, then those with too much. What is optional and there may stay.
 */
export function editsOf(kind: KeyKind, report: PermissionReport): readonly PermissionEdit[] {
  const rowOf = (scope: Scope) => rowOfScope(kind, scope)?.row ?? scope;
  const rows = new Set([...report.missing, ...report.excess].map(rowOf));
  const wanted = [...report.granted, ...report.needed].filter(
    (scope) => !report.excess.includes(scope),
  );
  return [...rows].map((row) => {
    const last = wanted.filter((scope) => rowOf(scope) === row).at(-1);
    return { row, choice: (last && rowOfScope(kind, last)?.choice) ?? 'None' };
  });
}
