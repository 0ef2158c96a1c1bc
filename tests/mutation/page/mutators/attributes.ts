import type { Mutator, Scene } from '../scene.ts';

/** What no locator may lean on: class names, ids and data attributes. */
export const ATTRIBUTES: readonly Mutator[] = [
  { name: 'classes renamed', apply: renameClasses },
  { name: 'classes gone', apply: ({ document }) => strip(document, ['class']) },
  { name: 'ids renamed', apply: renameIds },
  { name: 'ids and data gone', apply: dropIds },
];

/** New names in the page and in its style, so that it looks the same. */
function renameClasses({ document, chance }: Scene): boolean {
  const names = new Map<string, string>();
  const rename = (name: string) => {
    const renamed = names.get(name) ?? `c${chance.below(1e9).toString(36)}_${names.size}`;
    names.set(name, renamed);
    return renamed;
  };
  for (const element of everything(document)) {
    if (element.classList.length === 0) continue;
    element.setAttribute('class', [...element.classList].map(rename).join(' '));
  }
  for (const style of everything(document).filter(({ localName }) => localName === 'style')) {
    style.textContent = (style.textContent ?? '').replaceAll(
      /\.((?:[\w-]|\\.)+)/g,
      (whole, name: string) => {
        const renamed = names.get(name.replaceAll('\\', ''));
        return renamed === undefined ? whole : `.${renamed}`;
      },
    );
  }
  return names.size > 0;
}

const REFERENCES = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'list', 'href'];

function renameIds({ document, chance }: Scene): boolean {
  const all = everything(document);
  const names = new Map<string, string>();
  for (const element of all.filter(({ id }) => id)) {
    names.set(element.id, `i${chance.below(1e9).toString(36)}`);
    element.id = names.get(element.id) ?? '';
  }
  for (const element of all) {
    for (const attribute of REFERENCES) {
      const value = element.getAttribute(attribute);
      if (value === null || value.startsWith('/')) continue;
      const renamed = value.split(' ').map((id) => names.get(id) ?? id);
      element.setAttribute(attribute, renamed.join(' '));
    }
  }
  return names.size > 0;
}

/** Ids that something refers to stay: without them the page would say less. */
function dropIds({ document }: Scene): boolean {
  const all = everything(document);
  const used = new Set(
    all.flatMap((element) =>
      REFERENCES.flatMap((name) => element.getAttribute(name)?.split(' ') ?? []),
    ),
  );
  for (const element of all) {
    if (!used.has(element.id)) element.removeAttribute('id');
    for (const name of element.getAttributeNames()) {
      if (name.startsWith('data-')) element.removeAttribute(name);
    }
  }
  return true;
}

function strip(document: Document, names: readonly string[]): boolean {
  for (const element of everything(document)) {
    for (const name of names) element.removeAttribute(name);
  }
  return true;
}

function everything(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? everything(element.shadowRoot) : []),
  ]);
}
