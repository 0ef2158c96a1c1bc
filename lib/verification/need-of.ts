import type { ScopeNeed } from '@/lib/domain/permission-report';
import { rowsFor, scopesFor, type Scope } from '@/lib/domain/scopes';
import type { KeyNeed } from '@/lib/domain/warnings';

/**
 * The scopes that a recipe's rows stand for; rows are known by their present label or an older one.
 * A row that is not known adds nothing: a test holds the catalogue to those that are.
 */
export function needOf({ kind, permission, rows }: KeyNeed): ScopeNeed {
  const scopes = (optional: boolean): Scope[] => [
    ...new Set(
      rows
        .filter((each) => each.optional === optional)
        .flatMap(({ row, choice }) => scopesOfChoice(kind, row, choice)),
    ),
  ];
  return {
    kind,
    needed: scopes(false),
    optional: [...new Set([...scopes(true), ...asked(kind, permission)])],
  };
}

/** What a permission gives beside the rows: it was asked for, so it is no excess. */
function asked(kind: KeyNeed['kind'], permission: KeyNeed['permission']): readonly Scope[] {
  if (permission === 'restricted') return [];
  const all = scopesFor(kind);
  return permission === 'all' ? all : all.filter((scope) => scope.endsWith('.read'));
}

function scopesOfChoice(kind: KeyNeed['kind'], row: string, choice: string): readonly Scope[] {
  const found = rowsFor(kind).find((each) => each.row === row || each.synonyms?.includes(row));
  return found?.choices[choice] ?? [];
}
