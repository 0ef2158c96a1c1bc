import { GROUPS, type Command, type Group } from './commands';

/** How many of a group are shown at once: the list is for finding, not for reading. */
export const MOST = 6;

/** A group with what is shown of it; a menu knows its parts by ids that differ. */
export interface FoundGroup {
  readonly id: `in:${Group}`;
  readonly group: Group;
  readonly commands: readonly Command[];
}

/**
 * The commands that have every typed word, in their groups; those whose title begins with what was
 * typed come first. Keys are there already found, because they are searched by more than is shown.
 */
export function find(
  commands: readonly Command[],
  keys: readonly Command[],
  typed: string,
): readonly FoundGroup[] {
  const query = fold(typed.trim());
  const words = query.split(/\s+/).filter(Boolean);
  const fitting = commands.filter(({ title, detail = '', also = '' }) => {
    const text = fold(`${title} ${detail} ${also}`);
    return words.every((word) => text.includes(word));
  });
  const found = [...fitting, ...keys];
  const begins = ({ title }: Command) => Number(fold(title).startsWith(query));
  return GROUPS.map((group) => ({
    id: `in:${group}` as const,
    group,
    commands: found
      .filter((each) => each.group === group)
      .toSorted((a, b) => begins(b) - begins(a))
      .slice(0, MOST),
  })).filter((each) => each.commands.length > 0);
}

/** Without case, and without the marks of letters: "Schlussel" finds "Schlüssel". */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
}
