import type { ScopeNeed } from '@/lib/domain/permission-report';
import { rowsFor, scopesFor, type Scope } from '@/lib/domain/scopes';

/** What a recipe asks of a key, as far as scopes go. */
export interface RecipeNeed {
  readonly kind: 'admin' | 'project';
  readonly permission: 'restricted' | 'read-only';
  readonly rows: readonly {
    readonly row: string;
    readonly choice: string;
    readonly optional: boolean;
  }[];
}

/** The scopes that a recipe's rows stand for; rows are known by their present label or an older one. */
export function needOf({ kind, permission, rows }: RecipeNeed): ScopeNeed {
  const scopes = (optional: boolean): Scope[] =>
    rows
      .filter((each) => each.optional === optional)
      .flatMap(({ row, choice }) => scopesOfChoice(kind, row, choice));
  const reads = scopesFor(kind).filter((scope) => scope.endsWith('.read'));
  return {
    needed: scopes(false),
    // A read-only key can read everything: that is what was asked for.
    optional: permission === 'read-only' ? reads : scopes(true),
  };
}

function scopesOfChoice(kind: 'admin' | 'project', row: string, choice: string): readonly Scope[] {
  const found = rowsFor(kind).find((each) => each.row === row || each.synonyms?.includes(row));
  return found?.choices[choice] ?? [];
}
