import { wholeKey, type ApiKey } from '@/lib/domain/api-key';
import { isField } from '@/lib/locate/act';
import { isVisible } from '@/lib/locate/visible';

/** A whole key on screen, and the element that shows it. */
export interface ShownKey {
  readonly key: ApiKey;
  readonly element: Element;
}

/** Stands in the middle of every key since 2023; a text without it needs no closer look. */
export const MARK = 'T3BlbkFJ';
const DIALOG = 'dialog[open],[role="dialog"],[role="alertdialog"],[aria-modal="true"]';
/** Where keys stand that are not the one-time key: lists of keys, samples of code, what a person writes. */
const ELSEWHERE = 'table,tr,[role="row"],[role="grid"],script,style,[contenteditable="true"]';
/** Signs of code right before and after a key: it is quoted, assigned, sent or passed. */
const CODE_BEFORE = /["'`={(\\$]$|\bbearer$/i;
const CODE_AFTER = /^["'`)};\\]/;
const COPY = /^cop(y|ied)\b/i;

/**
 * The one-time key on screen. The only function that touches it. Takes a whole key from a visible
 * read-only field, or from a visible text of its own, in a dialog or beside a Copy button; never a
 * redacted value, a key in a table or in a sample of code, or one that can't be seen.
 * @param root the document, or an open shadow root in it.
 */
export function readKey(root: Document | ShadowRoot): ShownKey | undefined {
  for (const field of root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'input,textarea',
  )) {
    const key = wholeKey(field.value);
    if (key && isRevealField(field) && isVisible(field)) return { key, element: field };
  }
  return readText(root);
}

/** True for a field that could be the reveal field, also before its key has arrived. */
export function isRevealField(element: Element): boolean {
  if (!isField(element) || element.closest(ELSEWHERE)) return false;
  if (element.readOnly || element.disabled) return true;
  // A person can write into any other field: then only a Copy button says that the key is OpenAI's.
  const holder = withCopyButton(element);
  return holder?.querySelectorAll('input,textarea').length === 1;
}

function readText(root: Document | ShadowRoot): ShownKey | undefined {
  const whole = root instanceof Document ? root.body : root;
  if (!whole?.textContent?.includes(MARK)) return undefined;
  const texts = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { textContent, parentElement } = texts.currentNode;
    if (!textContent?.includes(MARK) || !parentElement) continue;
    const key = wholeKey(textContent);
    if (key && isRevealText(parentElement) && isVisible(parentElement)) {
      return { key, element: parentElement };
    }
  }
  return undefined;
}

/** A text that is a key shown once: no part of a sample, and in a dialog or beside a Copy button. */
function isRevealText(element: Element): boolean {
  if (element.closest(ELSEWHERE)) return false;
  const key = element.textContent?.trim() ?? '';
  const sample = element.closest('pre');
  if (sample && sample.textContent?.trim() !== key) return false;
  const line = lineOf(element);
  const text = line.textContent ?? '';
  const at = text.indexOf(key);
  const isCode =
    CODE_BEFORE.test(text.slice(0, at).trimEnd()) ||
    CODE_AFTER.test(text.slice(at + key.length).trimStart());
  if (isCode) return false;
  return element.closest(DIALOG) !== null || withCopyButton(line) !== undefined;
}

/** The nearest container that has a Copy button, if that is near. */
function withCopyButton(element: Element): Element | undefined {
  let node: Element | null = element;
  for (let level = 0; node && level < 4; level += 1, node = node.parentElement) {
    if (node.matches('body,main')) return undefined;
    if (hasCopyButton(node)) return node;
  }
  return undefined;
}

/** The element whose line of text this one is in. */
function lineOf(element: Element): Element {
  let node = element;
  while (node.parentElement && getComputedStyle(node).display.startsWith('inline')) {
    node = node.parentElement;
  }
  return node;
}

function hasCopyButton(element: Element): boolean {
  return [...element.querySelectorAll('button,[role="button"]')].some(
    (button) => COPY.test(button.textContent?.trim() ?? '') || COPY.test(button.ariaLabel ?? ''),
  );
}
