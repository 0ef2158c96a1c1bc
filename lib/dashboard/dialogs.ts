import { isVisible } from '@/lib/locate/visible';

/** Every kind of dialog, open or on its way. */
export const OPEN_DIALOG = 'dialog[open],[role="dialog"],[role="alertdialog"]';

/**
 * The dialog that is open, the topmost when several are. An open select list is itself a
 * `role=dialog` in OpenAI's components (openai-components.md); a dialog of nothing but options is
 * such a list and not meant.
 */
export function openDialog(document: Document): Element | undefined {
  return [...document.querySelectorAll(OPEN_DIALOG)]
    .filter((element) => !isOptionList(element) && isVisible(element))
    .at(-1);
}

function isOptionList(element: Element): boolean {
  return element.querySelector('[role="option"]') !== null && !element.querySelector('h1,h2,h3');
}
