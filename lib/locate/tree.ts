/**
 * The element that a person would call the container of this one: across open shadow roots, and
 * with slotted content where its host is.
 */
export function parentOf(node: Node): Element | null {
  if (node.parentElement) return node.parentElement;
  const root = node.parentNode;
  return root instanceof ShadowRoot ? root.host : null;
}

/** True when a node lies in an element, also in open shadow roots beneath it. */
export function encloses(outer: Node, inner: Node): boolean {
  for (let node: Node | null = inner; node; node = parentOf(node)) {
    if (node === outer) return true;
  }
  return false;
}

/** The nearest of an element and its containers that matches, across open shadow roots. */
export function closest(element: Element, selector: string): Element | null {
  for (let node: Element | null = element; node; node = parentOf(node)) {
    if (node.matches(selector)) return node;
  }
  return null;
}

/** The elements whose ids an attribute of an element lists. */
export function referredTo(element: Element, attribute: string): Element[] {
  const root = element.getRootNode() as Document | ShadowRoot;
  const ids = (element.getAttribute(attribute) ?? '').split(/\s+/);
  return ids.flatMap((id) => (id && root.getElementById(id)) || []);
}

/** What stands in an element: its own children, and those of its open shadow root. */
export function childrenOf(node: ParentNode): Element[] {
  const shadow = node instanceof Element ? node.shadowRoot : null;
  return [...(shadow?.children ?? []), ...node.children];
}

/**
 * Every element under a root that matches a selector, in document order, also inside open shadow
 * roots and among what is slotted into one of them.
 */
export function deepQuery(root: ParentNode, selector: string): Element[] {
  const found: Element[] = [];
  const seen = new Set<Element>();
  const visit = (node: ParentNode) => {
    const inside =
      node instanceof HTMLSlotElement && node.assignedElements().length > 0
        ? node.assignedElements()
        : childrenOf(node);
    for (const element of inside) {
      if (seen.has(element)) continue;
      seen.add(element);
      if (element.matches(selector)) found.push(element);
      visit(element);
    }
  };
  visit(root);
  return found;
}
