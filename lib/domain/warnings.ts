import type { KeyKind } from './api-key';
import type { Permission } from './scopes';
import type { KeyWarning } from './views';

/** What a recipe asks of a key, as far as warnings go. */
export interface KeyNeed {
  readonly kind: 'admin' | 'project';
  readonly permission: Permission;
  readonly rows: readonly {
    readonly row: string;
    readonly choice: string;
    readonly optional: boolean;
  }[];
}

/** What the dashboard showed as chosen when a key was made. */
export interface ChosenPermission {
  readonly permission?: string | undefined;
  readonly rows?: Readonly<Record<string, string>> | undefined;
}

/** Rows that are set although the recipe does not ask for them. */
export function excessRows(need: KeyNeed, rows: Readonly<Record<string, string>>): string[] {
  return Object.entries(rows)
    .filter(([row, choice]) => {
      const asked = need.rows.find((entry) => entry.row === row);
      return !isNone(choice) && asked?.choice.toLowerCase() !== choice.toLowerCase();
    })
    .map(([row]) => row);
}

/** What the person should know of a key before it is sent. Without a recipe there is nothing to compare. */
export function warningsOf(
  need: KeyNeed | undefined,
  kind: KeyKind,
  chosen: ChosenPermission,
): KeyWarning[] {
  if (!need) return [];
  const warnings: KeyWarning[] = [];
  if (!fitsKind(need.kind, kind)) warnings.push('wrong_key_kind');
  if (chosen.permission === 'all' && need.permission !== 'all') warnings.push('all_permissions');
  if (chosen.permission === 'read-only' && need.permission === 'restricted') {
    warnings.push('more_than_needed');
  }
  if (chosen.permission === 'restricted' && chosen.rows) {
    if (excessRows(need, chosen.rows).length > 0) warnings.push('more_than_needed');
    const lacks = need.rows.some(
      ({ row, optional }) => !optional && isNone(chosen.rows?.[row] ?? 'None'),
    );
    if (lacks) warnings.push('less_than_needed');
  }
  return warnings;
}

/** True when a key of this kind can do the job: service-account and legacy keys are project keys. */
export function fitsKind(needed: 'admin' | 'project', kind: KeyKind): boolean {
  return (needed === 'admin') === (kind === 'admin');
}

function isNone(choice: string): boolean {
  return choice.trim().toLowerCase() === 'none';
}
