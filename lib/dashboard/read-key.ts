import { readApiKey, type ApiKey } from '@/lib/domain/api-key';
import { OPEN_DIALOG } from './dialogs';

/**
 * The one-time key on screen, and the element that shows it. The only function that touches it.
 * Takes a whole key from a visible read-only field, or from a visible text of its own, inside an
 * open dialog; never a redacted value, a key in a table or in a sample.
 */
export function readKey(document: Document): { key: ApiKey; element: Element } | undefined {
  for (const dialog of document.querySelectorAll(OPEN_DIALOG)) {
    for (const element of dialog.querySelectorAll('input,textarea,code,output')) {
      const reading = readApiKey(textOf(element));
      if (reading.state === 'key' && isShown(element)) return { key: reading.key, element };
    }
  }
  return undefined;
}

/** True for a field that could be the reveal field, also before its key has arrived. */
export function isRevealField(element: Element): boolean {
  return isField(element) && element.readOnly && element.closest(OPEN_DIALOG) !== null;
}

function textOf(element: Element): string {
  if (isField(element)) return element.readOnly ? element.value : '';
  return element.closest('pre') ? '' : (element.textContent ?? '');
}

function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

// Opacity does not count: a dialog that fades in starts at none, and no mutation follows.
function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
