import { choiceControlsOf, isCalled, type ChoiceControl } from '@/lib/locate/choice';
import { controlsOf, decide, rank, type Control, type Located } from '@/lib/locate/locate';
import { encloses } from '@/lib/locate/tree';
import {
  CREATE_KEY,
  FORM,
  PERMISSIONS,
  REVEAL,
  REVOKE,
  REVOKE_KEY,
  SAVE_KEY,
  SHOWN_ONCE,
} from './anchors';
import { openDialogs, panels, titlesOf, wholePanel, wordsOf } from './dialogs';
import type { ShownKey } from './read-key';

/** What a dialog, or a panel that stands for one, is for. */
export type SurfaceKind = 'create' | 'reveal' | 'revoke' | 'edit' | 'other';

/** A part of the page in front, with what is in it. */
export interface Surface extends Pick<Located, 'score' | 'by' | 'words'> {
  readonly kind: SurfaceKind;
  readonly element: Element;
  readonly controls: readonly Control[];
  readonly choices: readonly ChoiceControl[];
}

type Inside = Pick<Surface, 'element' | 'controls' | 'choices'>;
type Verdict = Pick<Surface, 'kind' | 'score' | 'by' | 'words'>;

/**
 * The dialog or panel that a person deals with now, topmost first; one that is about keys goes
 * before any other. Undefined when none is open.
 */
export function frontSurface(document: Document, shown: ShownKey | undefined): Surface | undefined {
  const dialogs = openDialogs(document)
    .toReversed()
    .map((element) => look(element, shown));
  const about = dialogs.find(({ kind }) => kind !== 'other');
  return about ?? panelInFront(document, shown) ?? dialogs[0];
}

function panelInFront(document: Document, shown: ShownKey | undefined): Surface | undefined {
  const titles = [CREATE_KEY, REVOKE_KEY, SAVE_KEY, /^(revoke|delete) \S/];
  for (const chain of panels(document, titles).toReversed()) {
    for (const element of chain) {
      const surface = look(element, shown);
      if (isWhole(surface)) return { ...surface, element: wholePanel(element) };
    }
  }
  return undefined;
}

/** A panel has no role that says where it ends: it is whole when what its heading announces is in it. */
function isWhole({ kind, controls, choices }: Surface): boolean {
  if (kind === 'revoke') return rank(controls, REVOKE).length > 0;
  if (kind === 'reveal') return rank(controls, REVEAL['reveal-copy']).length > 0;
  const fillable = permissionOf(choices) ?? controls.find(({ role }) => role === 'textbox');
  return kind === 'create' && !!fillable && rank(controls, FORM['submit-create']).length > 0;
}

function look(element: Element, shown: ShownKey | undefined): Surface {
  const inside = { element, controls: controlsOf(element), choices: choiceControlsOf(element) };
  return { ...inside, ...judge(inside, shown) };
}

function judge(inside: Inside, shown: ShownKey | undefined): Verdict {
  const { element, controls, choices } = inside;
  const titles = titlesOf(element);
  const called = (wording: RegExp) => titles.find((title) => wording.test(title));
  if (shown && encloses(element, shown.element)) {
    return { kind: 'reveal', score: 100, by: 'key' };
  }
  const saved = called(SAVE_KEY);
  if (saved !== undefined) return { kind: 'reveal', score: 96, by: 'title', words: saved };
  const words = wordsOf(element);
  const isKey = /\b(api|secret|admin|your|this) key\b/.test(words);
  if (isKey && rank(controls, REVEAL['reveal-copy']).length > 0 && SHOWN_ONCE.test(words)) {
    return { kind: 'reveal', score: 80, by: 'once' };
  }
  const revoked = called(REVOKE_KEY);
  if (revoked !== undefined) return { kind: 'revoke', score: 96, by: 'title', words: revoked };
  const named = called(/^(revoke|delete|remove) \S/);
  if (named !== undefined && isKey && rank(controls, REVOKE).length > 0) {
    return { kind: 'revoke', score: 84, by: 'title', words: named };
  }
  if (called(/^edit\b/) !== undefined) return { kind: 'edit' };
  const created = called(CREATE_KEY);
  if (created !== undefined && !isMerelyButton(created, inside)) {
    return { kind: 'create', score: 96, by: 'title', words: created };
  }
  const aboutKeys = titles.length === 0 || titles.some((title) => /\bkeys?\b/.test(title));
  if (aboutKeys && permissionOf(choices) && decide(rank(controls, FORM['submit-create'])).element) {
    return { kind: 'create', score: 80, by: 'form' };
  }
  return { kind: 'other' };
}

/** The first text of a dialog without a heading may be its button, which is no title. */
function isMerelyButton(title: string, { controls, choices }: Inside): boolean {
  return (
    choices.length === 0 &&
    !controls.some(({ role }) => role === 'textbox') &&
    controls.some(({ role, name }) => role === 'button' && name === title)
  );
}

/** The control with which All, Restricted or Read only is chosen, known by its choices. */
export function permissionOf(choices: readonly ChoiceControl[]): ChoiceControl | undefined {
  const fitting = choices.filter(
    (control) =>
      Object.values(PERMISSIONS).filter((words) =>
        control.choices.some((choice) => isCalled(choice, words)),
      ).length >= 2,
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}
