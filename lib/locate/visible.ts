import { closest, parentOf } from './tree';

/** Smaller than this on either side is the way in which pages hide text from eyes, not a control. */
const SPECK = 2;

/**
 * True when a person can see an element: it takes room on the page and is not hidden by style. A
 * radio that is drawn by its label, or hides behind it, counts as visible with that.
 */
export function isVisible(element: Element): boolean {
  if (isShown(element)) return true;
  return (
    element.matches(
      'input[type="radio"],input[type="checkbox"],[role="radio"],[role="switch"],[role="tab"],[aria-pressed]',
    ) &&
    element.checkVisibility() &&
    labelsOf(element).some(isShown)
  );
}

/** The labels that are tied to an element, or around it. */
export function labelsOf(element: Element): Element[] {
  const tied = 'labels' in element ? (element.labels as NodeListOf<Element> | null) : null;
  const around = element.closest('label');
  return [...(tied ?? []), ...(around ? [around] : [])];
}

/** True when an element of a scope is switched off for people who don't use their eyes, or for all. */
export function isOff(element: Element, scope: ParentNode): boolean {
  const off = closest(element, '[aria-hidden="true"],[inert]');
  return off !== null && off !== scope && scope.contains(off);
}

function isShown(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return (
    width >= SPECK &&
    height >= SPECK &&
    !isOffPage(element) &&
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !isCutAway(element)
  );
}

/** True when no scrolling back, of the page or of a part of it such as a long dialog, brings an element into view. */
function isOffPage(element: Element): boolean {
  let { right, bottom } = element.getBoundingClientRect();
  for (let node = parentOf(element); node && (right <= 0 || bottom <= 0); node = parentOf(node)) {
    right += node.scrollLeft;
    bottom += node.scrollTop;
  }
  return right <= 0 || bottom <= 0;
}

/** True when a container of almost no size cuts off what is in it: words for screen readers only. */
function isCutAway(element: Element): boolean {
  for (let node: Element | null = element; node; node = parentOf(node)) {
    const { width, height } = node.getBoundingClientRect();
    const style = width < SPECK || height < SPECK ? getComputedStyle(node) : undefined;
    if (style && style.overflow !== 'visible' && style.display !== 'contents') return true;
  }
  return false;
}

/** True when a control can't be used now. */
export function isDisabled(element: Element): boolean {
  return element.matches(':disabled,[aria-disabled="true"]');
}
