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

/** Rows that unfold under another, and that it sets with itself (openai-platform.md §1.4). */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  'Model capabilities': [
    'Responses',
    'Chat completions',
    'Embeddings',
    'Images',
    'Text-to-speech',
    'Audio',
    'Moderations',
  ],
};

/** Rows that are set although the recipe does not ask for them. */
export function excessRows(need: KeyNeed, rows: Readonly<Record<string, string>>): string[] {
  const asked = (row: string) => need.rows.find((entry) => entry.row === row);
  const comesAlong = (row: string) =>
    Object.entries(CHILDREN).some(([parent, children]) => {
      const wanted = asked(parent);
      return children.includes(row) && wanted && isChoice(wanted.choice, rows[parent] ?? '');
    });
  return Object.entries(rows)
    .filter(([row, choice]) => {
      const wanted = asked(row);
      // A parent that shows "Mixed" grants less than itself.
      const isAsked = wanted && (isChoice(wanted.choice, choice) || choice === 'Mixed');
      return !isNone(choice) && !isAsked && !comesAlong(row);
    })
    .map(([row]) => row);
}

/** True when a row below another was set and the other was not: OpenAI may not count it (openai-platform.md §1.4). */
export function isChildRowOnly(rows: Readonly<Record<string, string>>): boolean {
  return Object.entries(CHILDREN).some(([parent, children]) => {
    const shown = rows[parent]?.trim().toLowerCase();
    const isSet = shown !== undefined && shown !== 'none' && shown !== 'mixed';
    return !isSet && children.some((child) => !isNone(rows[child] ?? 'None'));
  });
}

/** True when the dashboard shows this choice of a row. "Request" was "Write" until 2025; no row has both. */
export function isChoice(wanted: string, shown: string): boolean {
  const [a, b] = [wanted, shown].map((each) => each.trim().toLowerCase());
  return a === b || (a === 'request' && b === 'write');
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
  // The form of a service account offers no permission: its key can do everything (openai-platform.md §1.3).
  const isBroad = kind === 'service-account' && chosen.rows && !chosen.permission;
  if ((chosen.permission === 'all' || isBroad) && need.permission !== 'all') {
    warnings.push('all_permissions');
  }
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
