// These functions run inside a page, in a world of their own: each must stand alone.

export interface Spot {
  x: number;
  y: number;
  focused: boolean;
}

/** Where to press a control, or why it can't be pressed now. */
export function aimAt(element: Element): Spot | { problem: string } {
  if (!element.isConnected) return { problem: 'it was removed' };
  if (element.matches(':disabled') || element.closest('[aria-disabled="true"]'))
    return { problem: 'it is disabled' };
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const box = [...element.getClientRects()].find((rect) => rect.width > 0 && rect.height > 0);
  if (!box) return { problem: 'it has no size' };
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const root = element.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint(x, y);
  if (!hit) return { problem: 'it is outside the window' };
  // A label's press reaches its field, as a person would have it.
  const label = hit.closest('label');
  const own =
    element.contains(hit) || (label instanceof HTMLLabelElement && label.control === element);
  if (!own) {
    // Out from under a bar that sticks to the window's edge, for the next try.
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    return { problem: `it is covered by <${hit.localName}>` };
  }
  return { x, y, focused: root.activeElement === element };
}

/** The text that a person sees under a node. */
export function readText(node: Element | ShadowRoot): string {
  const parts = node instanceof ShadowRoot ? [...node.children] : [node];
  return parts
    .filter((part) => part instanceof HTMLElement && getComputedStyle(part).display !== 'none')
    .map((part) => (part as HTMLElement).innerText)
    .join('\n')
    .trim();
}
