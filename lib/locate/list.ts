import { hover, letGo, pressDown } from './mouse';
import { deepQuery, referredTo } from './tree';
import { until } from './until';
import { isVisible } from './visible';

/**
 * Chooses in a control whose list opens elsewhere in the page: a select that is a button, or a
 * field that offers what fits the text typed into it.
 * @param enter types into the control, for one that is a field.
 * @param fits tells the option that is meant.
 * @param ms the longest wait for the list, in milliseconds.
 * @returns whether there was such an option, which is then pressed.
 */
export async function chooseInList(
  trigger: Element,
  enter: (() => Promise<unknown>) | undefined,
  fits: (option: Element) => boolean,
  ms: number,
): Promise<boolean> {
  const document = trigger.ownerDocument;
  const before = trigger.getAttribute('aria-expanded') === 'true' ? [] : visibleOptions(document);
  const options = () => offered(trigger, before);
  const find = () => options().find(fits);
  if (options().length === 0) await (enter ? enter() : press(trigger));
  const option = await until(document, enter ? find : () => find() ?? options()[0], ms);
  if (!option || !fits(option)) {
    // An open list would cover the page, and take its Escape.
    if (option && !enter) await press(trigger);
    return false;
  }
  hover(option);
  await rendered();
  await press(option);
  return true;
}

/** The parts of a press one after the other: what the first changes in the page is there for the next. */
async function press(element: Element): Promise<void> {
  pressDown(element);
  await rendered();
  letGo(element);
}

function rendered(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** The options of the list that a control says is its own; else those that came into sight. */
function offered(trigger: Element, before: readonly Element[]): Element[] {
  const lists = ['aria-controls', 'aria-owns'].flatMap((name) => referredTo(trigger, name));
  const own = lists.flatMap(visibleOptions);
  if (own.length > 0) return own;
  return visibleOptions(trigger.ownerDocument).filter((option) => !before.includes(option));
}

function visibleOptions(scope: ParentNode): Element[] {
  return deepQuery(scope, '[role="option"]').filter(isVisible);
}
