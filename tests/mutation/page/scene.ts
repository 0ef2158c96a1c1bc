import type { BasePage } from '../case.ts';
import { BETWEEN, helper, MARK, type Helper } from '../marks.ts';
import type { Chance } from './chance.ts';

/** A page that is being mutated, and what its elements truly are. */
export class Scene {
  private readonly marked = new Map<string, Element>();
  /** Anchors that need not be found. */
  readonly optional: Set<string>;
  /** What mutators have changed for good, so that no other changes it again. */
  readonly done = new Set<string>();

  readonly document: Document;
  readonly base: BasePage;
  readonly chance: Chance;
  /** A whole key that is nobody's, for samples. */
  readonly exampleKey: string;

  constructor(document: Document, base: BasePage, chance: Chance, exampleKey: string) {
    this.document = document;
    this.base = base;
    this.chance = chance;
    this.exampleKey = exampleKey;
    this.optional = new Set(base.optional);
    for (const element of document.querySelectorAll(`[${MARK}]`)) {
      for (const id of (element.getAttribute(MARK) ?? '').split(BETWEEN)) {
        this.marked.set(id, element);
      }
      element.removeAttribute(MARK);
    }
  }

  get(id: string): Element | undefined {
    const element = this.marked.get(id);
    return element?.isConnected ? element : undefined;
  }

  helper(kind: Helper, of: string): Element | undefined {
    return this.get(helper(kind, of));
  }

  /** Every mark that begins so, in the order of the capture. */
  ids(start = ''): string[] {
    return [...this.marked.keys()].filter((id) => id.startsWith(start) && this.get(id));
  }

  anchors(): string[] {
    return this.ids().filter((id) => !id.startsWith('~'));
  }

  /** The marks of an element. */
  of(element: Element): string[] {
    return [...this.marked].filter(([, each]) => each === element).map(([id]) => id);
  }

  mark(id: string, element: Element): void {
    this.marked.set(id, element);
  }

  forget(id: string): void {
    this.marked.delete(id);
  }

  /** Puts an element where another was, and makes it what that was. */
  replace(old: Element, next: Element): void {
    for (const id of this.of(old)) this.marked.set(id, next);
    if (old.parentNode) old.replaceWith(next);
  }

  /** The open dialog, if any. */
  dialog(): Element | undefined {
    return this.helper('part', 'dialog');
  }

  /** The names of the matrix's rows. */
  rows(): string[] {
    return this.ids('row:');
  }
}

/** One kind of change. Says false when the page has nothing that it could change. */
export interface Mutator {
  readonly name: string;
  readonly apply: (scene: Scene) => boolean;
  /** Nothing on such a page must be found. */
  readonly excuses?: true;
}
