import { isChosen } from './choice';
import { chooseInList } from './list';
import { accessibleName } from './name';
import { normalize } from './text';
import { until } from './until';

const LONGEST_WAIT = 2_000;
const OPTIONS =
  '[role="radio"],input[type="radio"],[aria-pressed],button[data-state="on"],button[data-state="off"]';

/** Presses a control as a person would. */
export function press(element: Element): void {
  if (element instanceof HTMLElement) {
    element.focus({ preventScroll: true });
    element.click();
  }
}

/**
 * Types a text into a field, so that a framework that controls the field takes it: by the native
 * setter, which React's own value tracking does not see, then the events of typing.
 * @returns whether the field shows the text afterwards.
 */
export async function type(field: Field, text: string): Promise<boolean> {
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  field.focus({ preventScroll: true });
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  const taken = await until(
    field.ownerDocument,
    () => (field.isConnected && field.value === text ? true : undefined),
    LONGEST_WAIT,
  );
  return taken === true;
}

/**
 * Chooses in a group of radios or of buttons of which one is on, in a native select, or in a
 * control whose list opens elsewhere (openai-components.md: `click()` does nothing there).
 * @returns whether the control shows the choice afterwards.
 */
export async function choose(control: Element, choice: string): Promise<boolean> {
  const document = control.ownerDocument;
  const fits = (element: Element) => isCalled(element, choice);
  if (control instanceof HTMLSelectElement) {
    const option = [...control.options].find(({ label }) => same(label, choice));
    if (!option) return false;
    control.value = option.value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (radiosOf(control).length > 0) {
    const radio = radiosOf(control).find(fits);
    if (!radio) return false;
    if (!isChosen(radio)) press(radio);
  } else if (isField(control)) {
    const { value } = control;
    const enter = () => type(control, choice);
    if (!(await chooseInList(control, enter, fits, LONGEST_WAIT))) {
      await type(control, value);
      return false;
    }
  } else if (!(await chooseInList(control, undefined, fits, LONGEST_WAIT))) {
    return false;
  }
  const shown = () => (same(shownChoice(control) ?? '', choice) ? true : undefined);
  return (await until(document, shown, LONGEST_WAIT)) === true;
}

/**
 * What a choice control shows as chosen, in the page's words: the checked radio of a group, the
 * text in a field, or the text of a select's trigger, whose name may be its value or its label.
 */
export function shownChoice(control: Element): string | undefined {
  if (control instanceof HTMLSelectElement) return control.selectedOptions[0]?.label;
  if (isField(control)) return control.value;
  const radios = radiosOf(control);
  if (radios.length === 0) return textOf(control);
  const checked = radios.find(isChosen);
  return checked && labelOf(checked);
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** True for a field that text is typed into. */
export function isField(element: Element): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** A library's radio may hide a native one in it, which is the same radio. */
function radiosOf(control: Element): Element[] {
  const radios = [...control.querySelectorAll(OPTIONS)];
  return radios.filter((each) => !each.matches('[aria-hidden="true"]'));
}

function labelOf(element: Element): string {
  return textOf(element) || accessibleName(element);
}

/** Without the arrows and ticks that are drawn as text. */
function textOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const mark of copy.querySelectorAll('[aria-hidden="true"],svg,style')) mark.remove();
  return copy.textContent?.trim() ?? '';
}

function isCalled(element: Element, label: string): boolean {
  return same(labelOf(element), label) || same(accessibleName(element), label);
}

function same(a: string, b: string): boolean {
  return normalize(a) === normalize(b);
}
