import { readApiKey, type ApiKey } from '@/lib/domain/api-key';

/**
 * The one-time key on screen, and the element that shows it. The only function that touches it.
 * Takes a whole key from a visible read-only field, or from a visible text of its own, inside an
 * open dialog; never a redacted value, a key in a table or in a sample.
 */
export function readKey(document: Document): { key: ApiKey; element: Element } | undefined {
  for (const dialog of document.querySelectorAll('dialog[open],[role="dialog"]')) {
    for (const element of dialog.querySelectorAll('input,textarea,code,output')) {
      const reading = readApiKey(textOf(element));
      if (reading.state === 'key' && isShown(element)) return { key: reading.key, element };
    }
  }
  return undefined;
}

/** True for a field that could be the reveal field, also before its key has arrived. */
export function isRevealField(element: Element): element is HTMLInputElement {
  return (
    element instanceof HTMLInputElement &&
    element.readOnly &&
    element.closest('dialog,[role="dialog"]') !== null
  );
}

function textOf(element: Element): string {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    return element.readOnly ? element.value : '';
  }
  return element.closest('pre') ? '' : (element.textContent ?? '');
}

function isShown(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}
