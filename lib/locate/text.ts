import { parentOf } from './tree';

/** A label as people compare labels: case, punctuation and spacing don't count. */
export function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A label without the remark that the field may be left empty, or may not. */
export function asLabel(text: string): string {
  return normalize(text).replace(/ (optional|required)$/, '');
}

const LEVELS = 6;
const LONGEST_LABEL = 120;

/** Controls: a text beyond one of them labels that one. What only folds its row open is part of a label. */
const OTHER_CONTROLS = [
  'input:not([type="hidden"]),select,textarea,[role="radio"],[role="switch"],[role="checkbox"],[role="tab"]',
  'button:not([aria-expanded]),[role="button"]:not([aria-expanded]),[aria-haspopup],[role="combobox"]',
].join();

/** Texts that stand beside a control, in the order of their likelihood to be its label. */
export interface Beside {
  readonly before: readonly string[];
  /** Only when the control has a container of its own in which nothing stands before it. */
  readonly after: readonly string[];
}

/**
 * The texts beside an element: how a person finds the field whose label is not tied to it. Climbs
 * until a container holds any text before the element, never past another control and never out of
 * its dialog.
 */
export function textsBeside(element: Element): Beside {
  let node: Element = element;
  for (let level = 0; level < LEVELS; level += 1) {
    const parent = parentOf(node);
    if (!parent || isDialog(node)) break;
    const before: string[] = [];
    for (let sibling = node.previousSibling; sibling; sibling = sibling.previousSibling) {
      if (sibling instanceof Element && holdsControl(sibling)) return { before, after: [] };
      before.unshift(...piecesOf(sibling));
    }
    if (before.length > 0) return { before, after: [] };
    const after: string[] = [];
    for (let sibling = node.nextSibling; sibling; sibling = sibling.nextSibling) {
      if (sibling instanceof Element && holdsControl(sibling)) return { before, after: [] };
      after.push(...piecesOf(sibling));
    }
    if (after.length > 0) return { before, after };
    node = parent;
  }
  return { before: [], after: [] };
}

/** The separate texts that a node shows, in order; a sentence longer than a label is none. */
export function piecesOf(node: Node): string[] {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = node.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
    return /[\p{L}\p{N}]/u.test(text) && text.length <= LONGEST_LABEL ? [text] : [];
  }
  if (!(node instanceof Element) || !node.checkVisibility()) return [];
  // Icons and arrows that are drawn as text are no words.
  if (node.matches('script,style,[aria-hidden="true"]')) return [];
  return [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].flatMap(piecesOf);
}

function holdsControl(element: Element): boolean {
  const within = [...element.querySelectorAll(OTHER_CONTROLS)];
  if (element.matches(OTHER_CONTROLS)) within.push(element);
  return within.some((control) => !isCompanion(control));
}

/** The nameless arrow beside a field opens that field's list: a part of it, not another control. */
function isCompanion(control: Element): boolean {
  return (
    control.matches('button,[role="button"]') &&
    !control.ariaLabel &&
    !/[\p{L}\p{N}]/u.test(control.textContent ?? '')
  );
}

function isDialog(element: Element): boolean {
  return element.localName === 'dialog' || /dialog/.test(element.getAttribute('role') ?? '');
}
