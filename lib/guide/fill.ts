import type { AnchorId } from '@/lib/domain/snapshot';
import { choose, isField, press, shownChoice, type } from '@/lib/locate/act';
import { isChosen } from '@/lib/locate/choice';
import { until } from '@/lib/locate/until';
import { FOLDED } from './folded';
import type { Step } from './step';

type Elements = ReadonlyMap<AnchorId, Element>;
/** Takes a fill back. Gets the elements anew: the page may have rendered others. */
export type Undo = (elements: Elements) => Promise<boolean>;

/** How long a pressed option may take to show that it is chosen, in milliseconds. */
const LONGEST_WAIT = 2_000;
/** How long a part of the page may take to unfold, in milliseconds. */
const UNFOLDING = 500;

/**
 * Does a step in the page as a person would, and reads back whether the page took it.
 * @returns false when the control is missing or shows something else afterwards.
 */
export async function fill(step: Step, elements: Elements): Promise<boolean> {
  const element = elements.get(step.anchor);
  if (!element || !step.fill) return false;
  switch (step.fill.type) {
    case 'press':
      press(element);
      return true;
    case 'text':
      return isField(element) && type(element, step.fill.text);
    case 'choose':
      return isOption(element) ? pressOption(element) : chooseFirst(element, step.fill.choices);
  }
}

/**
 * Unfolds one part after another until a row that stands under another one shows; a part without
 * it is folded again.
 * @param isShown reads the page again.
 */
export async function unfold(dialog: Element, isShown: () => boolean): Promise<void> {
  for (const part of dialog.querySelectorAll(FOLDED)) {
    if (isShown()) return;
    press(part);
    const shown = () => (isShown() ? true : undefined);
    if (await until(dialog.ownerDocument, shown, UNFOLDING)) return;
    if (part.isConnected && !part.matches(FOLDED)) press(part);
  }
}

/** What would put the page back to how it is before a step is filled; undefined where nothing can. */
export function undoOf(step: Step, elements: Elements): Undo | undefined {
  const element = elements.get(step.anchor);
  if (!element || !step.fill) return undefined;
  if (step.id === 'open-create') return (now) => pressAnchor('cancel-create', now);
  if (step.fill.type === 'press') return undefined;
  if (isOption(element)) {
    const group = step.anchor.replace(/-.*/, '');
    const before = [...elements].find(([id, each]) => id.startsWith(`${group}-`) && isChosen(each));
    return before && ((now) => pressAnchor(before[0], now));
  }
  const value = isField(element) ? element.value : (shownChoice(element) ?? '');
  return async (now) => {
    const field = now.get(step.anchor);
    if (!field) return false;
    return isField(field) && step.fill?.type === 'text' ? type(field, value) : choose(field, value);
  };
}

/** Chooses the first choice that the page offers. */
export async function chooseFirst(control: Element, choices: readonly string[]): Promise<boolean> {
  for (const choice of choices) {
    if (await choose(control, choice)) return true;
    // The page has put another in its place, which is to be looked for.
    if (!control.isConnected) return false;
  }
  return false;
}

async function pressOption(option: Element): Promise<boolean> {
  press(option);
  const chosen = () => (!option.isConnected || isChosen(option) ? true : undefined);
  return (await until(option.ownerDocument, chosen, LONGEST_WAIT)) === true;
}

function pressAnchor(id: AnchorId, elements: Elements): Promise<boolean> {
  const element = elements.get(id);
  if (element) press(element);
  return Promise.resolve(element !== undefined);
}

/** One of a group's options, which is chosen by a press, rather than a control that opens a list. */
function isOption(element: Element): boolean {
  return (
    element.matches(
      'input[type="radio"],[role="radio"],[role="tab"],[role="menuitemradio"],[aria-pressed],button:not([aria-haspopup])',
    ) && !element.matches('[role="combobox"],[aria-haspopup]')
  );
}
