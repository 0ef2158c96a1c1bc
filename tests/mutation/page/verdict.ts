import type { Explanation } from '@/lib/dashboard/explain';
import type { Judged } from '../case.ts';
import type { Scene } from './scene.ts';

/** Says of every anchor that a page has, or is said to have, what became of it. */
export function judge(scene: Scene, { anchors, keyVisible }: Explanation): Judged[] {
  const truth = truthOf(scene);
  const judged: Judged[] = [];
  const seen = new Set<string>();
  for (const [id, { found, why, selector }] of Object.entries(anchors)) {
    const key = keyOf(id);
    const elements = truth.get(key) ?? renamedRow(scene, id);
    if (!found) continue;
    const got = selector === null ? undefined : resolve(scene.document, selector);
    const isRight = got !== undefined && elements.some((each) => isThe(scene, id, each, got));
    const pointed = got ? `${why}; points at ${outline(got)}` : `${why}; the path leads nowhere`;
    judged.push({ anchor: id, verdict: isRight ? 'found' : 'wrong', why: isRight ? why : pointed });
    seen.add(key);
  }
  for (const key of truth.keys()) {
    if (seen.has(key)) continue;
    const why = Object.entries(anchors).find(([id]) => keyOf(id) === key)?.[1].why ?? 'not named';
    const isExcused = [...scene.optional].some((id) => keyOf(id) === key);
    judged.push({ anchor: key, verdict: isExcused ? 'excused' : 'declined', why });
  }
  if (keyVisible !== scene.base.keyVisible) {
    const verdict = keyVisible ? 'wrong' : 'declined';
    judged.push({ anchor: 'keyVisible', verdict, why: `says ${keyVisible}` });
  }
  return judged;
}

/** The right elements by anchor; a row's label is compared as people compare labels. */
function truthOf(scene: Scene): Map<string, Element[]> {
  const truth = new Map<string, Element[]>();
  for (const id of scene.anchors()) {
    const element = scene.get(id);
    const key = keyOf(id);
    if (element) truth.set(key, [...(truth.get(key) ?? []), element]);
  }
  return truth;
}

/** `row-edit@CI` is one of the right ones for `row-edit`. */
function keyOf(id: string): string {
  return id.startsWith('row:') ? `row:${plain(id.slice(4))}` : id.replace(/^(row-\w+)@.*$/, '$1');
}

/** A row may be called by what its label says now. */
function renamedRow(scene: Scene, id: string): Element[] {
  if (!id.startsWith('row:')) return [];
  return scene.rows().flatMap((row) => {
    const label = scene.helper('label', row)?.textContent ?? '';
    const control = scene.get(row);
    return control && plain(label).startsWith(plain(id.slice(4))) ? [control] : [];
  });
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/ (optional|required)$/, '');
}

function isThe(scene: Scene, id: string, truth: Element, got: Element): boolean {
  if (got === truth) return true;
  if (id.endsWith('-dialog')) return isSameSurface(truth, got);
  if (labelsOf(truth).includes(got) || labelsOf(got).includes(truth)) return true;
  // What a control shows is the control, to who reads it; what it is made of, too.
  if (encloses(truth, got)) return /^(row:|project|expiration|reveal-key|key-row:)/.test(id);
  if (!encloses(got, truth)) return false;
  // A closed list stands for its choices.
  if (/^(permission|owner)-/.test(id))
    return got.matches('select,[role="combobox"],[role="listbox"]');
  const item = scene.helper('item', id);
  return item !== undefined && encloses(item, got);
}

/** Two that hold the same controls are the same dialog, one with more around it. */
function isSameSurface(truth: Element, got: Element): boolean {
  if (!encloses(truth, got) && !encloses(got, truth)) return false;
  const [ours, theirs] = [controlsIn(truth), controlsIn(got)];
  return ours.length === theirs.length && ours.every((each) => theirs.includes(each));
}

function controlsIn(root: Element | ShadowRoot): Element[] {
  const own = root instanceof Element && root.shadowRoot ? controlsIn(root.shadowRoot) : [];
  return [...root.querySelectorAll('*')].reduce((all, element) => {
    if (element.matches('button,input,select,textarea,a,[role="button"],table')) all.push(element);
    if (element.shadowRoot) all.push(...controlsIn(element.shadowRoot));
    return all;
  }, own);
}

function labelsOf(element: Element): Element[] {
  return 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
}

/** Across open shadow roots. */
function encloses(outer: Element, inner: Element): boolean {
  for (
    let node: Node | null = inner;
    node;
    node = node instanceof ShadowRoot ? node.host : node.parentNode
  ) {
    if (node === outer) return true;
  }
  return false;
}

function resolve(document: Document, selector: string): Element | undefined {
  const steps = selector.split(' >>> ');
  let root: ParentNode | null = document;
  let element: Element | null = null;
  for (const step of steps) {
    element = root?.querySelector(step) ?? null;
    root = element?.shadowRoot ?? null;
  }
  return element ?? undefined;
}

function outline(element: Element): string {
  const text = (element.textContent ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 40);
  const role = element.getAttribute('role');
  return `<${element.localName}${role ? ` role=${role}` : ''}> “${text}”`;
}
