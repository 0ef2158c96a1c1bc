import { computeAccessibleName, getRole, isInaccessible } from 'dom-accessibility-api';

// The library's own way loses the window in a world beside the page's.
const STYLES = {
  getComputedStyle: (element: Element, pseudo?: string | null) =>
    (element.ownerDocument.defaultView ?? window).getComputedStyle(element, pseudo),
};

/** The controls with a role under a node, with their names. Firefox has such a search too, for whole names only. */
export function controls(root: Element | ShadowRoot, role: string): [string, Element][] {
  return under(root)
    .filter((element) => roleOf(element) === role && !isInaccessible(element, STYLES))
    .map((element) => [computeAccessibleName(element, STYLES), element]);
}

// A password field has no role of its own; Chromium's tree calls it a textbox.
const roleOf = (element: Element): string | null =>
  element.matches('input[type=password]') ? 'textbox' : getRole(element);

const under = (root: Element | ShadowRoot): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot ? [element, ...under(element.shadowRoot)] : [element],
  );
