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
  // A read-only key can read everything: that is what was asked for.
  const reads =
    permission === 'read-only' ? scopesFor(kind).filter((scope) => scope.endsWith('.read')) : [];
  return { needed: scopes(false), optional: [...new Set([...scopes(true), ...reads])] };
}

function scopesOfChoice(kind: KeyNeed['kind'], row: string, choice: string): readonly Scope[] {
  const found = rowsFor(kind).find((each) => each.row === row || each.synonyms?.includes(row));
  return found?.choices[choice] ?? [];
}
