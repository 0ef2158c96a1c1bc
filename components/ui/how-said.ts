/** What a person has done with a field. */
export interface FieldPast {
  /** They changed its text. */
  readonly typed: boolean;
  /** They went on from it. */
  readonly left: boolean;
  /** They asked for what all of its form is for. */
  readonly asked: boolean;
}

/**
 * How it is said that a field's text can't be right: in place of its help while it is typed for the
 * first time, aloud from the first time that it was left, and not at all at a field that nobody has
 * touched. From then on it follows every letter.
 */
export function howSaid(
  { typed, left, asked }: FieldPast,
  value: string,
): 'not' | 'help' | 'aloud' {
  if (asked || (typed && left)) return 'aloud';
  return typed && value !== '' ? 'help' : 'not';
}
