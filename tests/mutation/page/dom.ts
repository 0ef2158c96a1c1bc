/** An element made of attributes and children. */
export function make(
  document: Document,
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A copy of an element as another tag: same content, and the same attributes but those left out. */
export function asTag(element: Element, tag: string, without: readonly string[] = []): HTMLElement {
  const next = element.ownerDocument.createElement(tag);
  for (const { name, value } of element.attributes) {
    if (!without.includes(name)) next.setAttribute(name, value);
  }
  next.append(...element.childNodes);
  return next;
}

let made = 0;

/** The element's id; a new one if it has none. */
export function idOf(element: Element): string {
  made += 1;
  element.id ||= `made-${made}`;
  return element.id;
}

/** The text nodes of an element that say something, in order. */
export function textsOf(element: Node): Text[] {
  const { ownerDocument } = element;
  const walker = ownerDocument?.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker?.nextNode()) {
    const text = walker.currentNode as Text;
    const holder = text.parentElement?.localName ?? '';
    if (text.data.trim() && !['style', 'script'].includes(holder)) texts.push(text);
  }
  return texts;
}

/** What a control or a label is called by those who see it: its first text, or an input's value. */
export function labelOf(element: Element): string {
  const holder = labelHolder(element);
  if (holder instanceof HTMLInputElement) return holder.value;
  return textsOf(holder)[0]?.data.trim() ?? '';
}

/** Calls a control or a label something else, also where its name is said apart from its text. */
export function relabel(element: Element, label: string): void {
  const before = labelOf(element);
  const holder = labelHolder(element);
  if (holder instanceof HTMLInputElement) holder.value = label;
  if (holder instanceof HTMLInputElement) holder.setAttribute('value', label);
  const [text] = textsOf(holder);
  if (text) text.data = text.data.replace(text.data.trim(), () => label);
  if (holder instanceof HTMLOptionElement && holder.label !== label) holder.label = label;
  if (element.getAttribute('aria-label')?.trim() === before) {
    element.setAttribute('aria-label', label);
  }
}

/** Where the words stand: in a radio's label. */
function labelHolder(element: Element): Element {
  const isBox = element instanceof HTMLInputElement && ['radio', 'checkbox'].includes(element.type);
  return (isBox && element.labels?.[0]) || element;
}

/** Puts a new element around one. */
export function wrap(element: Element, holder: Element): void {
  element.replaceWith(holder);
  holder.append(element);
}

/** Changes the order of some children of one parent, and leaves the others where they are. */
export function reorder(children: readonly Element[], order: readonly Element[]): void {
  const places = children.map((child) => {
    const place = child.ownerDocument.createComment('');
    child.replaceWith(place);
    return place;
  });
  places.forEach((place, at) => {
    const child = order[at];
    if (child) place.replaceWith(child);
  });
}
