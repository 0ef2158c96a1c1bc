import { accessibleName } from './name';
import { roleOf } from './role';
import { asLabel, piecesOf, textsBeside, type Beside } from './text';
import { deepQuery } from './tree';
import { isOff, isVisible } from './visible';

/** What a named control is known by. Any one of the words is enough; the first of a list is the present one. */
export interface Description {
  readonly roles: readonly string[];
  /** Accessible names. */
  readonly names?: readonly string[];
  /** Other wordings of the name, tried on the label in lower case without punctuation. */
  readonly wording?: RegExp;
  readonly placeholders?: readonly string[];
  /** Texts that stand beside the control, for a control whose name is its value. */
  readonly beside?: readonly string[];
}

/** The outcome of a search, with its reason in words. `score` is 0 to 100. */
export interface Located {
  readonly element?: Element;
  readonly score: number;
  readonly why: string;
}

/** A visible control with the texts that it is known by. */
export interface Control {
  readonly element: Element;
  readonly role: string;
  readonly name: string;
  /** The first text that it shows, when that is another than its name. */
  readonly shown: string;
  readonly placeholder: string;
  /** What is said of it when it is pointed at. */
  readonly title: string;
  readonly beside: Beside;
}

/** An element that fits a description, and how well. */
export interface Candidate {
  readonly element: Element;
  readonly score: number;
  readonly why: string;
}

const ENOUGH = 50;
/** Two candidates closer than this are alike: then neither is taken. */
const MARGIN = 5;
/** What each kind of evidence is worth at best. A later word of a list counts a little less. */
const WORTH = {
  name: 100,
  icon: 90,
  shown: 94,
  wording: 84,
  before: 90,
  placeholder: 80,
  after: 74,
};
const PER_WORD = 2;

const CONTROLS = [
  'a[href],button,input:not([type="hidden"]),textarea,select,summary,fieldset,dialog,h1,h2,h3,h4,h5,h6',
  '[role],[tabindex],[contenteditable]',
].join();

/** Every visible control of a scope, with its texts. Read once, searched often. */
export function controlsOf(scope: ParentNode): Control[] {
  return deepQuery(scope, CONTROLS)
    .filter((element) => isVisible(element) && !isOff(element, scope))
    .map(controlOf);
}

/** Reads at the first use and remembers: names are dear, and most controls are passed over by their role. */
function lazily<T>(read: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => (value ??= { of: read() }).of;
}

function controlOf(element: Element): Control {
  const name = lazily(() => asLabel(accessibleName(element)));
  const shown = lazily(() => asLabel(piecesOf(element)[0] ?? ''));
  const beside = lazily(() => textsBeside(element));
  return {
    element,
    role: roleOf(element),
    get name() {
      return name();
    },
    get shown() {
      return shown();
    },
    placeholder: asLabel(element.getAttribute('placeholder') ?? ''),
    title: asLabel(element.getAttribute('title') ?? ''),
    get beside() {
      return beside();
    },
  };
}

/** Finds the one visible element of a scope that fits a description, or says why there is none. */
export function locate(scope: ParentNode | readonly Control[], description: Description): Located {
  return decide(rank(scope, description), description.names?.[0] ?? description.beside?.[0]);
}

/** Every control of a scope that fits a description, the best first. */
export function rank(
  scope: ParentNode | readonly Control[],
  description: Description,
): Candidate[] {
  const controls = 'length' in scope ? scope : controlsOf(scope);
  const scored = controls
    .filter(({ role }) => description.roles.includes(role))
    .map((control) => ({ element: control.element, ...scoreOf(control, description) }));
  return withoutWrappers(scored.filter(({ score }) => score >= ENOUGH)).toSorted(
    (a, b) => b.score - a.score,
  );
}

/** The best of some candidates, unless there is none or two are close. */
export function decide(candidates: readonly Candidate[], wanted = ''): Located {
  const [best, second] = candidates.toSorted((a, b) => b.score - a.score);
  if (!best) return { score: 0, why: `nothing like “${wanted}”` };
  if (second && best.score - second.score < MARGIN) {
    return { score: best.score, why: `two alike: ${best.why}; ${second.why}` };
  }
  return best;
}

function scoreOf(control: Control, description: Description): { score: number; why: string } {
  const { names, wording, placeholders, beside } = description;
  const { name, shown, placeholder, title } = control;
  // What only a screen reader says of an icon is weaker than what everybody reads.
  const isIcon = name !== '' && shown === '' && control.role === 'button';
  const found = [
    among([name], names, isIcon ? WORTH.icon : WORTH.name, 'name'),
    among([shown], names, WORTH.shown, 'text'),
    among([placeholder], placeholders, WORTH.placeholder, 'placeholder'),
    among([title], names, WORTH.placeholder, 'title'),
    ...(beside
      ? [
          among(control.beside.before.map(asLabel), beside, WORTH.before, 'after the text'),
          among(control.beside.after.map(asLabel), beside, WORTH.after, 'before the text'),
        ]
      : []),
    ...(wording && (wording.test(name) || wording.test(shown))
      ? [{ score: WORTH.wording - (isIcon ? 10 : 0), why: `name like “${names?.[0] ?? ''}”` }]
      : []),
  ];
  return found.reduce((best, next) => (next.score > best.score ? next : best));
}

function among(
  texts: readonly string[],
  wanted: readonly string[] | undefined,
  worth: number,
  kind: string,
): { score: number; why: string } {
  const index = (wanted ?? []).findIndex((word) => texts.includes(asLabel(word)));
  if (index === -1) return { score: 0, why: '' };
  // Later words are older or rarer labels; they count a little less.
  return { score: Math.max(worth - PER_WORD * index, ENOUGH), why: `${kind} “${wanted?.[index]}”` };
}

/** A control and the element that merely wraps it are one candidate: the inner one. */
function withoutWrappers(scored: readonly Candidate[]): Candidate[] {
  return scored.filter(
    ({ element }) =>
      !scored.some((other) => other.element !== element && element.contains(other.element)),
  );
}
