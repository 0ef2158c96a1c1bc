import { asLabel, normalize, piecesOf } from '@/lib/locate/text';
import { deepQuery, encloses, parentOf, referredTo } from '@/lib/locate/tree';
import { isOff, isVisible } from '@/lib/locate/visible';

/** Every kind of dialog, open or on its way. */
export const OPEN_DIALOG = 'dialog[open],[role="dialog"],[role="alertdialog"]';
const HEADING = 'h1,h2,h3,h4,h5,h6,[role="heading"],legend';
/** What a page has and a panel hasn't. */
const PAGE_PARTS = 'table,[role="table"],[role="grid"],main,nav,[role="navigation"],h1';
const CONTROL =
  'button,[role="button"],input:not([type="hidden"]),select,textarea,[role="radio"],[role="textbox"],[role="combobox"]';

/**
 * Every open dialog, the topmost last. An open select list is itself a `role=dialog` in OpenAI's
 * components (openai-components.md); a dialog of nothing but options is such a list and not meant.
 */
export function openDialogs(document: Document): Element[] {
  const shown = deepQuery(document, `${OPEN_DIALOG},[aria-modal="true"]`).filter(
    (element) => !isOptionList(element) && isShown(element),
  );
  // A dialog on top hides those below from screen readers; a hidden twin is hidden for good.
  const reachable = shown.filter((element) => !isOff(element, document));
  const open = reachable.length > 0 ? reachable : shown;
  return open.filter((element) => !open.some((inner) => isWrapper(element, inner)));
}

/** The element with the role may itself be without size; then its heading tells. */
function isShown(dialog: Element): boolean {
  return isVisible(dialog) || deepQuery(dialog, HEADING).some(isVisible);
}

/** True when an element merely wraps a dialog: it holds no control that the dialog does not hold. */
function isWrapper(outer: Element, inner: Element): boolean {
  return (
    outer !== inner &&
    encloses(outer, inner) &&
    deepQuery(outer, CONTROL).every((control) => encloses(inner, control))
  );
}

/** The dialog that is open, the topmost when several are. */
export function openDialog(document: Document): Element | undefined {
  return openDialogs(document).at(-1);
}

/** The texts by which a dialog or a panel may be called: its label and its headings, without punctuation. */
export function titlesOf(surface: Element): string[] {
  const headings = [...referredTo(surface, 'aria-labelledby'), ...deepQuery(surface, HEADING)];
  const named = [surface.ariaLabel ?? '', ...headings.map(({ textContent }) => textContent ?? '')]
    .map(asLabel)
    .filter(Boolean);
  return named.length > 0 ? named : [asLabel(firstText(surface) ?? '')].filter(Boolean);
}

/** The first words of a dialog that has no heading, buttons apart. */
function firstText(node: Node): string | undefined {
  if (node instanceof Element && node.matches('button,[role="button"],[aria-hidden="true"]')) {
    return undefined;
  }
  if (node.nodeType === Node.TEXT_NODE) return piecesOf(node)[0];
  for (const child of node.childNodes) {
    const text = firstText(child);
    if (text !== undefined) return text;
  }
  return undefined;
}

/**
 * Parts of a page that may be dialogs in all but role, such as drawers: what holds a visible heading
 * of these words, from the smallest to the largest that is not the page itself.
 */
export function panels(document: Document, titles: readonly RegExp[]): Element[][] {
  const shown = deepQuery(document, HEADING).filter(
    (heading) =>
      titles.some((title) => title.test(asLabel(heading.textContent ?? ''))) && isVisible(heading),
  );
  const reachable = shown.filter((heading) => !isOff(heading, document));
  return (reachable.length > 0 ? reachable : shown).map((heading) => {
    const chain: Element[] = [];
    for (let node = parentOf(heading); node && !isPage(node, heading); node = parentOf(node)) {
      if (node.matches(OPEN_DIALOG)) return [];
      chain.push(node);
    }
    return chain;
  });
}

/** The outermost element that holds the same controls as this one and does not fill the window. */
export function wholePanel(panel: Element): Element {
  const controls = deepQuery(panel, CONTROL).length;
  let whole = panel;
  for (let node = parentOf(panel); node && !isPage(node); node = parentOf(node)) {
    if (deepQuery(node, CONTROL).length !== controls || fillsWindow(node)) break;
    whole = node;
  }
  return whole;
}

function fillsWindow(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  const view = element.ownerDocument.defaultView;
  return view !== null && width >= view.innerWidth && height >= view.innerHeight;
}

/** @param own the panel's own heading, of whichever level. */
function isPage(element: Element, own?: Element): boolean {
  // A page whose only heading is the panel's own is that panel: a form with an address of its own.
  const isMain = element.matches('main,[role="main"]') && own?.localName !== 'h1';
  return (
    isMain ||
    element.matches('html,body') ||
    deepQuery(element, PAGE_PARTS).some((part) => part !== own)
  );
}

/** A list that opens holds options, maybe a search, and nothing that a form has. */
function isOptionList(element: Element): boolean {
  return (
    element.querySelector('[role="option"]') !== null &&
    element.querySelector(`${HEADING},button,[role="radio"],input[type="radio"],textarea`) === null
  );
}

/** The words that an element shows, as one text without punctuation. */
export function wordsOf(element: Element): string {
  return normalize(
    element instanceof HTMLElement ? element.innerText : (element.textContent ?? ''),
  );
}
