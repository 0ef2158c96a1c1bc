import { ADMIN_LABELS, PROJECT_LABELS } from '@/lib/domain/rows';
import { namesOf, type ChoiceControl } from '@/lib/locate/choice';
import { asLabel } from '@/lib/locate/text';
import { MIXED, ROW_CHOICES } from './anchors';

/** A row of the restricted matrix as the page shows it. */
export interface ShownRow {
  /** The row's name in our words when it is known by any of its labels, else the page's own. */
  readonly row: string;
  /** The page's label. */
  readonly label: string;
  /** What it is set to, in the dashboard's words. */
  readonly choice: string;
  readonly control: ChoiceControl;
}

const CHOICES = [...ROW_CHOICES, MIXED];
const KNOWN: readonly (readonly [row: string, ...older: string[]])[] = [
  ...ADMIN_LABELS,
  ...PROJECT_LABELS,
];

/**
 * The rows of the restricted matrix among a dialog's choice controls. The dashboard's rows are data
 * (openai-platform.md §1.4): one that nobody has heard of counts beside one that is known.
 */
export function rowsOf(choices: readonly ChoiceControl[]): readonly ShownRow[] {
  const rows = choices.filter(offersRowChoices).flatMap((control) => {
    const choice = choiceIn(control.shown) ?? '';
    const names = namesOf(control).map((name) => withoutExtras(name, control.shown));
    const isName = (label: string) => names.some((name) => asLabel(name) === asLabel(label));
    const known = KNOWN.find((labels) => labels.some(isName));
    if (known) {
      const [row] = known;
      return [{ row, label: known.find(isName) ?? row, choice, control, known: true }];
    }
    const label = names.find((name) => isLabel(name) && !isChoice(name));
    return label ? [{ row: label, label, choice, control, known: false }] : [];
  });
  return rows.some(({ known }) => known)
    ? rows.filter((row, _index, all) => isAlone(row, all))
    : [];
}

/** Two controls of one name can't be told apart: then neither is the row's. */
function isAlone(row: ShownRow, all: readonly ShownRow[]): boolean {
  return all.filter((other) => other.row === row.row).length === 1;
}

function offersRowChoices({ kind, choices, shown }: ChoiceControl): boolean {
  const labels = choices.map(({ label }) => label);
  if (kind === 'group') return labels.length >= 2 && labels.every(isChoice);
  return labels.length > 0 ? labels.every(isChoice) : isChoice(shown);
}

function isChoice(text: string): boolean {
  return choiceIn(text) !== undefined;
}

function choiceIn(text: string): string | undefined {
  return CHOICES.find((choice) => asLabel(choice) === asLabel(text));
}

// Paths and long sentences describe a row; its label is short words.
function isLabel(text: string): boolean {
  return /^\p{L}[^/]{1,40}$/u.test(text);
}

/** A list is often named by its row and what it shows together. */
function withoutExtras(text: string, shown: string): string {
  const label = text
    // Some labels end with their address.
    .replace(/ \(\/.*\)$/, '')
    .replace(/^(permissions?|access) (for|to|of) /i, '')
    .replace(/ (permissions?|access)$/i, '')
    // A label that is tied twice is read twice.
    .replace(/^(.+) \1$/, '$1')
    .trim();
  return shown && label.endsWith(` ${shown}`) ? label.slice(0, -shown.length).trim() : label;
}
