import { accessibleName } from './name';
import { asLabel, piecesOf, textsBeside } from './text';
import { deepQuery, encloses, parentOf } from './tree';
import { isOff, isVisible, labelsOf } from './visible';

/** One of the things that can be chosen. */
export interface Choice {
  readonly label: string;
  /** Every text that may be its label: what it shows, what is tied to it, what stands after it. */
  readonly labels: readonly string[];
  readonly element: Element;
  readonly chosen: boolean;
}

/** A control with which one thing is chosen: a group of radios or buttons, or a list that opens. */
export interface ChoiceControl {
  readonly element: Element;
  readonly kind: 'group' | 'list';
  /** What can be chosen, as far as the page shows it; a closed list of its own shows nothing. */
  readonly choices: readonly Choice[];
  /** The text of what is chosen, in the page's words. */
  readonly shown: string;
}

/** Kinds of options; those of one group are of one kind. */
const OPTIONS = [
  '[role="radio"],input[type="radio"]',
  '[role="menuitemradio"]',
  '[role="tab"]',
  '[role="listbox"] [role="option"]',
  '[aria-pressed]:not([role="radio"]),button[data-state="on"]:not([role]),button[data-state="off"]:not([role])',
  // Plain buttons side by side: only their words can tell that they are choices.
  'button:not([role],[aria-pressed],[aria-haspopup],[aria-expanded]),[role="button"]:not([aria-pressed],[aria-haspopup],[aria-expanded])',
];
const LISTS =
  'select,[role="combobox"],button[aria-haspopup],[role="button"][aria-haspopup],input[list]';

/** Every visible choice control of a scope. Groups of plain buttons are there too, for their words to decide. */
export function choiceControlsOf(scope: ParentNode): ChoiceControl[] {
  const visible = (selector: string) =>
    deepQuery(scope, selector).filter((each) => isVisible(each) && !isOff(each, scope));
  const groups = OPTIONS.flatMap((selector) => groupsOf(scope, visible(selector)));
  const lists = visible(LISTS)
    .filter((each, _index, all) => !all.some((other) => other !== each && each.contains(other)))
    .map(listOf);
  return [...groups, ...lists];
}

/** Gathers options that stand together; an option alone is a group only inside a labelled one. */
function groupsOf(scope: ParentNode, options: readonly Element[]): ChoiceControl[] {
  const groups: { readonly container: Element; readonly members: Element[] }[] = [];
  for (const option of options) {
    const container = groupOf(scope, option, options);
    if (!container) continue;
    const group = groups.find(
      (each) =>
        each.container === container && each.members.some((other) => isOfOneGroup(option, other)),
    );
    if (group) group.members.push(option);
    else groups.push({ container, members: [option] });
  }
  return groups.map(({ container, members }) => {
    const choices = members.map((element) => {
      const labels = optionLabels(element);
      return { element, labels, label: labels[0] ?? '', chosen: isChosen(element) };
    });
    return {
      element: labelledGroup(scope, container, members, options),
      kind: 'group' as const,
      choices,
      shown: choices.find(({ chosen }) => chosen)?.label ?? '',
    };
  });
}

const LABELLED = '[role="radiogroup"],[role="group"],[role="tablist"],[role="toolbar"],fieldset';

function groupOf(
  scope: ParentNode,
  option: Element,
  options: readonly Element[],
): Element | undefined {
  for (let node = parentOf(option); node && node !== scope; node = parentOf(node)) {
    const container = node;
    if (options.some((other) => isOfOneGroup(option, other) && encloses(container, other))) {
      return node;
    }
    if (node.matches(LABELLED)) return node;
  }
  return undefined;
}

/** Native radios say by their name which belong together. */
function isOfOneGroup(a: Element, b: Element): boolean {
  if (a === b) return false;
  const named = a instanceof HTMLInputElement && b instanceof HTMLInputElement && a.name !== '';
  return !named || a.name === b.name;
}

/** The element that carries the group's label, when it holds these options and no others. */
function labelledGroup(
  scope: ParentNode,
  group: Element,
  members: readonly Element[],
  options: readonly Element[],
): Element {
  for (let node: Element | null = group; node && node !== scope; node = parentOf(node)) {
    const container = node;
    if (options.some((each) => !members.includes(each) && encloses(container, each))) break;
    if (node.matches(LABELLED)) return node;
  }
  return group;
}

function listOf(element: Element): ChoiceControl {
  if (element instanceof HTMLSelectElement) {
    const choices = [...element.options].map((option) => ({
      element: option,
      label: option.label,
      labels: [option.label],
      chosen: option.selected,
    }));
    return { element, kind: 'list', choices, shown: element.selectedOptions[0]?.label ?? '' };
  }
  const shown = element instanceof HTMLInputElement ? element.value : (piecesOf(element)[0] ?? '');
  return { element, kind: 'list', choices: [], shown };
}

/** True when an option of a group is the chosen one, whichever way its widget says so. */
export function isChosen(option: Element): boolean {
  if (option instanceof HTMLInputElement) return option.checked;
  return (
    ['aria-checked', 'aria-pressed', 'aria-selected'].some(
      (name) => option.getAttribute(name) === 'true',
    ) || option.getAttribute('data-state') === 'on'
  );
}

function optionLabels(option: Element): string[] {
  const labels = [option, ...labelsOf(option)]
    .flatMap((each) => piecesOf(each)[0] ?? [])
    .concat(accessibleName(option))
    .filter((label, index, all) => label !== '' && all.indexOf(label) === index);
  return labels.length > 0 ? labels : [afterBare(option) || columnOf(option)];
}

/** In a table of radios the column says what is chosen. */
function columnOf(option: Element): string {
  const cell = option.closest('td,[role="cell"],[role="gridcell"]');
  const [head] =
    cell?.closest('table,[role="table"],[role="grid"]')?.querySelectorAll('tr,[role="row"]') ?? [];
  const at = cell?.parentElement ? [...cell.parentElement.children].indexOf(cell) : -1;
  return head?.children[at]?.textContent?.trim() ?? '';
}

/** True when one of these words is a choice's label. */
export function isCalled({ labels }: Choice, words: readonly string[]): boolean {
  const wanted = words.map(asLabel);
  return labels.some((label) => wanted.includes(asLabel(label)));
}

function afterBare(option: Element): string {
  for (let next = option.nextSibling; next; next = next.nextSibling) {
    const [piece] = piecesOf(next);
    if (piece) return piece;
  }
  return '';
}

/** The texts that may name a choice control, the likeliest first: its name, what it shows inside, what stands beside it. */
export function namesOf({ element, choices }: ChoiceControl): string[] {
  const options = new Set(choices.map(({ label }) => asLabel(label)));
  const inside = element.matches('select,[aria-haspopup],[role="combobox"],input')
    ? []
    : piecesOf(element).filter((piece) => !options.has(asLabel(piece)));
  const { before, after } = textsBeside(element);
  return [accessibleName(element), ...inside, ...before, ...after].filter(Boolean);
}
