/**
 * A CSS path to an element, by tags and places among their like; ` >>> ` steps into an open shadow
 * root. For people who look at a page, never for finding a control again.
 */
export function pathTo(element: Element): string {
  const root = element.getRootNode();
  const steps: string[] = [];
  for (let node: Element | null = element; node; node = node.parentElement)
    steps.unshift(step(node));
  const path = steps.join(' > ');
  return root instanceof ShadowRoot ? `${pathTo(root.host)} >>> :host > ${path}` : path;
}

function step(element: Element): string {
  const name = CSS.escape(element.localName);
  const siblings = element.parentNode ? [...element.parentNode.children] : [];
  const alike = siblings.filter(({ localName }) => localName === element.localName);
  return alike.length > 1 ? `${name}:nth-of-type(${alike.indexOf(element) + 1})` : name;
}
