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

/** What tells of an element, as codes: words for people are no part of what runs in pages. */
export type Evidence =
  | keyof typeof WORTH
  /** A whole key, the sentence that it is shown once, what a form offers, being the only field. */
  | 'key'
  | 'once'
  | 'form'
  | 'only'
  /** A choice by its label, a row of the matrix, a row of the table. */
  | 'choice'
  | 'row'
  | 'key-row';

/** The outcome of a search. `score` is up to 100, and missing where nothing fits. */
export interface Located {
  readonly element?: Element;
  readonly score?: number;
  readonly by?: Evidence;
  /** The words that told, or that were looked for in vain. */
  readonly words?: string | undefined;
  /** Two that can't be told apart. */
  readonly alike?: readonly [Candidate, Candidate];
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

/** An element that fits a description, how well, and by what. */
export interface Candidate extends Fit {
  readonly element: Element;
}

interface Fit {
  readonly score: number;
  readonly by: Evidence;
  readonly words?: string | undefined;
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
  title: 80,
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
function lazily<T extends string | object>(read: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= read());
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

/** Finds the one control that fits a description, if there is one. */
export function locate(controls: readonly Control[], description: Description): Located {
  return decide(rank(controls, description), description.names?.[0] ?? description.beside?.[0]);
}

/** Every control that fits a description, the best first. */
export function rank(controls: readonly Control[], description: Description): Candidate[] {
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
  if (!best) return { words: wanted };
  if (second && best.score - second.score < MARGIN) {
    return { score: best.score, alike: [best, second] };
  }
  return best;
}

function scoreOf(control: Control, description: Description): Fit {
  const { names, wording, placeholders, beside } = description;
  const { name, shown, placeholder, title } = control;
  // What only a screen reader says of an icon is weaker than what everybody reads.
  const isIcon = name !== '' && shown === '' && control.role === 'button';
  const found = [
    among([name], names, isIcon ? 'icon' : 'name'),
    among([shown], names, 'shown'),
    among([placeholder], placeholders, 'placeholder'),
    among([title], names, 'title'),
    ...(beside
      ? [
          among(control.beside.before.map(asLabel), beside, 'before'),
          among(control.beside.after.map(asLabel), beside, 'after'),
        ]
      : []),
    ...(wording && (wording.test(name) || wording.test(shown))
      ? [{ score: WORTH.wording - (isIcon ? 10 : 0), by: 'wording' as const, words: names?.[0] }]
      : []),
  ];
  return found.reduce((best, next) => (next.score > best.score ? next : best));
}

function among(
  texts: readonly string[],
  wanted: readonly string[] | undefined,
  by: keyof typeof WORTH,
): Fit {
  const index = (wanted ?? []).findIndex((word) => texts.includes(asLabel(word)));
  // Later words are older or rarer labels; they count a little less.
  const score = index === -1 ? 0 : Math.max(WORTH[by] - PER_WORD * index, ENOUGH);
  return { score, by, words: wanted?.[index] };
}

/** A control and the element that merely wraps it are one candidate: the inner one. */
function withoutWrappers(scored: readonly Candidate[]): Candidate[] {
  return scored.filter(
    ({ element }) =>
      !scored.some((other) => other.element !== element && element.contains(other.element)),
  );
}
