import { computeAccessibleName, getRole } from 'dom-accessibility-api';
import { normalize, textsBefore } from './text';
import { deepQuery, isVisible } from './visible';

/** What a named control is known by. Any one of the words is enough; more of them score higher. */
export interface Description {
  readonly roles: readonly string[];
  /** Accessible names, the present one first. */
  readonly names?: readonly string[];
  readonly placeholders?: readonly string[];
  /** Texts that stand before the control, for a control whose name is its value. */
  readonly beside?: readonly string[];
}

/** The outcome of a search, with its reason in words. `score` is 0 to 100. */
export interface Located {
  readonly element?: Element;
  readonly score: number;
  readonly why: string;
}

const ENOUGH = 50;
/** Two candidates closer than this are alike: then neither is taken. */
const MARGIN = 5;

const CONTROLS =
  'a[href],button,input,textarea,select,[role],dialog,h1,h2,h3,[tabindex],[contenteditable]';

/** Finds the one visible element of a scope that fits a description, or says why there is none. */
export function locate(scope: ParentNode, description: Description): Located {
  const scored = deepQuery(scope, CONTROLS)
    .filter((element) => hasRole(element, description.roles) && isVisible(element))
    .map((element) => ({ element, ...scoreOf(element, description) }))
    .filter(({ score }) => score >= ENOUGH)
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = withoutWrappers(scored);
  if (!best) return { score: 0, why: `nothing like ${wordsOf(description)}` };
  if (second && best.score - second.score < MARGIN) {
    return { score: best.score, why: `two alike: ${best.why}; ${second.why}` };
  }
  return best;
}

function hasRole(element: Element, roles: readonly string[]): boolean {
  const role = getRole(element);
  return role !== null && roles.includes(role);
}

function scoreOf(element: Element, description: Description): { score: number; why: string } {
  const name = computeAccessibleName(element);
  const placeholder = element.getAttribute('placeholder') ?? '';
  return [
    rank([name], description.names, 100, 'name'),
    rank([placeholder], description.placeholders, 80, 'placeholder'),
    rank(description.beside ? textsBefore(element) : [], description.beside, 90, 'beside'),
  ].reduce((best, next) => (next.score > best.score ? next : best));
}

function rank(
  texts: readonly string[],
  wanted: readonly string[] | undefined,
  top: number,
  kind: string,
): { score: number; why: string } {
  const having = texts.map(normalize);
  for (const [index, word] of (wanted ?? []).entries()) {
    if (having.includes(normalize(word))) {
      // Later words are older or rarer labels; they count a little less.
      return { score: Math.max(top - 6 * index, ENOUGH), why: `${kind} “${word}”` };
    }
  }
  return { score: 0, why: '' };
}

/** A control and the element that merely wraps it are one candidate: the inner one. */
function withoutWrappers<T extends { readonly element: Element }>(scored: readonly T[]): T[] {
  return scored.filter(
    ({ element }) =>
      !scored.some((other) => other.element !== element && element.contains(other.element)),
  );
}

function wordsOf({ names, placeholders, beside }: Description): string {
  return `“${names?.[0] ?? beside?.[0] ?? placeholders?.[0] ?? ''}”`;
}
