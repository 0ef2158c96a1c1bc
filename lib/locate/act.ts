import { normalize } from './text';
import { until } from './until';
import { isVisible } from './visible';

const LONGEST_WAIT = 2_000;

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
export async function type(
  field: HTMLInputElement | HTMLTextAreaElement,
  text: string,
): Promise<boolean> {
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
 * Chooses in a group of radios, a native select, or a select whose list opens on pointerdown and
 * chooses on pointerup (openai-components.md: `click()` does nothing there).
 * @returns whether the control shows the choice afterwards.
 */
export async function choose(control: Element, choice: string): Promise<boolean> {
  const document = control.ownerDocument;
  if (control instanceof HTMLSelectElement) {
    const option = [...control.options].find(({ label }) => same(label, choice));
    if (!option) return false;
    control.value = option.value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  } else {
    const radio = radiosOf(control).find((each) => same(labelOf(each), choice));
    if (radio) press(radio);
    else if (!(await chooseInList(control, choice))) return false;
  }
  const shown = () => (same(shownChoice(control) ?? '', choice) ? true : undefined);
  return (await until(document, shown, LONGEST_WAIT)) === true;
}

async function chooseInList(trigger: Element, choice: string): Promise<boolean> {
  const document = trigger.ownerDocument;
  const options = () => [...document.querySelectorAll('[role="option"]')].filter(isVisible);
  const open = () => pointer(trigger, 'pointerdown');
  if (options().length === 0) open();
  await until(document, () => (options().length > 0 ? true : undefined), LONGEST_WAIT);
  const option = options().find((each) => same(labelOf(each), choice));
  if (!option) {
    if (options().length > 0) open();
    return false;
  }
  pointer(option, 'pointermove');
  pointer(option, 'pointerup');
  if (option.isConnected && shownChoice(trigger) !== choice) press(option);
  return true;
}

function pointer(element: Element, kind: string): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  element.dispatchEvent(
    new PointerEvent(kind, {
      bubbles: true,
      cancelable: true,
      composed: true,
      button: kind === 'pointermove' ? -1 : 0,
      pointerType: 'mouse',
      isPrimary: true,
      clientX: left + width / 2,
      clientY: top + height / 2,
    }),
  );
}

/**
 * What a choice control shows as chosen, in the page's words: the checked radio of a group, or
 * the text of a select's trigger, whose name is its value.
 */
export function shownChoice(control: Element): string | undefined {
  if (control instanceof HTMLSelectElement) return control.selectedOptions[0]?.label;
  const radios = radiosOf(control);
  if (radios.length === 0) return labelOf(control);
  const checked = radios.find(isChecked);
  return checked && labelOf(checked);
}

/** True when a radio is the chosen one. */
export function isChecked(radio: Element): boolean {
  return radio instanceof HTMLInputElement
    ? radio.checked
    : radio.getAttribute('aria-checked') === 'true';
}

function radiosOf(control: Element): Element[] {
  return [...control.querySelectorAll('[role="radio"],input[type="radio"]')];
}

function labelOf(element: Element): string {
  if (element instanceof HTMLInputElement) return element.labels?.[0]?.textContent?.trim() ?? '';
  return element.textContent?.trim() ?? '';
}

function same(a: string, b: string): boolean {
  return normalize(a) === normalize(b);
}
