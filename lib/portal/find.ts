import { openDialog } from '@/lib/dashboard/dialogs';
import { shownChoice } from '@/lib/locate/act';
import { isChosen } from '@/lib/locate/choice';
import { controlsOf, locate, type Control } from '@/lib/locate/locate';
import { normalize } from '@/lib/locate/text';
import { deepQuery } from '@/lib/locate/tree';
import { isVisible } from '@/lib/locate/visible';
import type { Portal, PortalControl, WayPart } from '@/lib/recipes/recipe';

/** A field that takes a text. */
export type Field = HTMLInputElement | HTMLTextAreaElement;

/** What of a product's form is on the page now. */
export interface PortalPage {
  readonly field?: Field;
  /** The place for the key, where nothing can be filled in: an editor that draws its own fields. */
  readonly drawn?: Element;
  readonly test?: Element;
  readonly finish?: Element;
  /** The control that leads further to the form, while the form is not there. */
  readonly next?: Element;
  /** Which part of the way that is. */
  readonly nextAt?: number;
  readonly dialog?: Element;
}

/** A picture that takes at least this part of the window is an editor, not an ornament. */
const EDITOR = 0.2;

/** Finds the controls that the recipe names, in the open dialog first. */
export function findPortal(document: Document, portal: Portal): PortalPage {
  const dialog = openDialog(document);
  const controls = controlsOf(dialog ?? document);
  const find = (control: PortalControl | undefined) => control && locateControl(controls, control);
  const named = find(portal.field);
  const found: { -readonly [K in keyof PortalPage]: PortalPage[K] } = {};
  const test = find(portal.test?.press);
  const finish = find(portal.finish);
  if (dialog) found.dialog = dialog;
  if (isField(named)) found.field = named;
  if (test) found.test = test;
  if (finish) found.finish = finish;
  if (!found.field) {
    // The last control of the way that is there is the nearest to the form.
    const way = portal.path.map((part) => unlessDone(find(part), part));
    const at = way.findLastIndex((each) => each !== undefined);
    const drawn = named ?? drawnEditor(document);
    const next = way[at];
    if (next) Object.assign(found, { next, nextAt: at });
    if (drawn) found.drawn = drawn;
  }
  return found;
}

/** The fields beside the key's that the recipe names and nobody has filled in, with their texts. */
export function emptyOthers(document: Document, portal: Portal): readonly [Field, string][] {
  const controls = controlsOf(openDialog(document) ?? document);
  return (portal.others ?? []).flatMap(({ field, value }): [Field, string][] => {
    const named = locateControl(controls, field);
    return isField(named) && named.value === '' ? [[named, value]] : [];
  });
}

function locateControl(
  controls: readonly Control[],
  { role, names }: PortalControl,
): Element | undefined {
  if (role === 'combobox') {
    return locate(controls, { roles: [role, 'listbox'], names, beside: names }).element;
  }
  if (role === 'radio') return locate(controls, { roles: [role, 'tab', 'button'], names }).element;
  if (role !== 'textbox') {
    return locate(controls, { roles: [role, 'link', 'button', 'tab', 'menuitem'], names }).element;
  }
  return locate(controls, { roles: ['textbox'], names, beside: names, placeholders: names })
    .element;
}

/** A choice that is made already leads no further. */
function unlessDone(element: Element | undefined, { role, choose }: WayPart): Element | undefined {
  if (!element) return undefined;
  if (choose !== undefined) {
    return normalize(shownChoice(element) ?? '') === normalize(choose) ? undefined : element;
  }
  return role === 'radio' && isChosen(element) ? undefined : element;
}

function isField(element: Element | undefined): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

function drawnEditor(document: Document): Element | undefined {
  const { innerWidth = 0, innerHeight = 0 } = document.defaultView ?? {};
  return deepQuery(document, 'canvas').find((canvas) => {
    const { width, height } = canvas.getBoundingClientRect();
    return isVisible(canvas) && width * height >= innerWidth * innerHeight * EDITOR;
  });
}
