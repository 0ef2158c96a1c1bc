/** A label as people compare labels: case, punctuation and spacing don't count. */
export function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const LEVELS = 5;
const LONGEST_LABEL = 120;

/** Controls: a text beyond one of them labels that one. What only folds its row open is part of a label. */
const OTHER_CONTROLS = [
  'input,select,textarea,[role="radio"],[role="switch"],[role="checkbox"]',
  'button:not([aria-expanded]),[role="button"]:not([aria-expanded]),[aria-haspopup]',
].join();

/**
 * The texts that stand before an element, nearest container first: how a person finds the field
 * whose label is not tied to it. Climbs until a container holds any text before the element, and
 * never past another control.
 */
export function textsBefore(element: Element): readonly string[] {
  let node: Element = element;
  for (let level = 0; level < LEVELS; level += 1) {
    const texts: string[] = [];
    for (let sibling = node.previousSibling; sibling; sibling = sibling.previousSibling) {
      if (sibling instanceof Element && holdsControl(sibling)) return texts;
      texts.push(...piecesOf(sibling));
    }
    if (texts.length > 0) return texts;
    const parent = node.parentElement;
    if (!parent || isDialog(parent)) return [];
    node = parent;
  }
  return [];
}

function holdsControl(element: Element): boolean {
  return element.matches(OTHER_CONTROLS) || element.querySelector(OTHER_CONTROLS) !== null;
}

function piecesOf(node: Node): string[] {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = node.textContent?.trim() ?? '';
    return text && text.length <= LONGEST_LABEL ? [text] : [];
  }
  return [...node.childNodes].flatMap(piecesOf);
}

function isDialog(element: Element): boolean {
  return element.localName === 'dialog' || element.getAttribute('role') === 'dialog';
}
