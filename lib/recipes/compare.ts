import type { Recipe } from './recipe';

/** One thing that a recipe asks and another doesn't: the row, its choice, and what the other has there. */
export interface Beyond {
  readonly row: string;
  readonly choice: string;
  /** Missing when the other leaves the row at None. */
  readonly than?: string;
}

// The dashboard's choices from the least to the most; Request and Use are the only ones of their rows.
const RANK: Readonly<Record<string, number>> = { Read: 1, Request: 1, Use: 2, Write: 2, Manage: 3 };
const WORDS = { all: 'All', restricted: 'Restricted', 'read-only': 'Read only' } as const;

/**
 * The recipe of the catalogue that differs least in what its key can do.
 * @returns undefined when none is for the same kind of key.
 */
export function nearestRecipe(recipe: Recipe, catalogue: readonly Recipe[]): Recipe | undefined {
  const ranked = catalogue
    .filter(({ id, key }) => key.kind === recipe.key.kind && id !== recipe.id)
    .map((each) => {
      const more = beyond(recipe, each).length;
      return { each, more, differences: more + beyond(each, recipe).length };
    });
  // The sort is stable: among equals the catalogue's order decides.
  return ranked.sort((a, b) => a.differences - b.differences || a.more - b.more)[0]?.each;
}

/**
 * What a recipe's key can do that the other's can't, in the dashboard's words. Optional rows count: the
 * person may set them. All and Read only, which have no rows, are told as the choice of "Permissions".
 */
export function beyond(recipe: Recipe, nearest: Recipe): Beyond[] {
  const asked = recipe.key;
  const other = nearest.key;
  if (other.permission === 'all') return [];
  if (asked.permission !== 'restricted') {
    return asked.permission === other.permission
      ? []
      : [
          {
            row: 'Permissions',
            choice: WORDS[asked.permission],
            than: WORDS[other.permission],
          },
        ];
  }
  const has = (row: string) =>
    other.permission === 'read-only' ? 'Read' : other.rows.find((each) => each.row === row)?.choice;
  return asked.rows.flatMap(({ row, choice }): Beyond[] => {
    const than = has(row);
    if (than === undefined) return [{ row, choice }];
    if (choice === than || (choice !== 'Request' && rank(choice) <= rank(than))) return [];
    return [{ row, choice, than }];
  });
}

/** Whether a recipe asks so much that the person decides on it apart: All, or changing an organization. */
export function needsSecondDecision({ key }: Recipe): boolean {
  if (key.permission === 'all') return true;
  return key.kind === 'admin' && key.rows.some(({ choice }) => rank(choice) > rank('Read'));
}

function rank(choice: string): number {
  return RANK[choice] ?? 0;
}
