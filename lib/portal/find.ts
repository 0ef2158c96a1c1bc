import { openDialog } from '@/lib/dashboard/dialogs';
import { locate } from '@/lib/locate/locate';
import { normalize } from '@/lib/locate/text';
import type { Portal, PortalControl } from '@/lib/recipes/recipe';

/** What of a product's form is on the page now. */
export interface PortalPage {
  readonly field?: HTMLInputElement | HTMLTextAreaElement;
  readonly test?: Element;
  readonly finish?: Element;
  /** The control that leads further to the form, while the form is not there. */
  readonly next?: Element;
  readonly dialog?: Element;
}

/** Finds the controls that the recipe names, in the open dialog first. */
export function findPortal(document: Document, portal: Portal): PortalPage {
  const dialog = openDialog(document);
  const scope = dialog ?? document;
  const find = (control: PortalControl | undefined) => control && locateControl(scope, control);
  const field = find(portal.field);
  const found: { -readonly [K in keyof PortalPage]: PortalPage[K] } = {};
  const test = find(portal.test?.press);
  const finish = find(portal.finish);
  if (dialog) found.dialog = dialog;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
    found.field = field;
  if (test) found.test = test;
  if (finish) found.finish = finish;
  if (!field) {
    // The last control of the way that is there is the nearest to the form.
    const next = portal.path.map((control) => find(control)).findLast((each) => each !== undefined);
    if (next) found.next = next;
  }
  return found;
}

function locateControl(scope: ParentNode, { role, names }: PortalControl): Element | undefined {
  const roles = role === 'textbox' ? ['textbox'] : [role, 'link', 'button', 'tab', 'menuitem'];
  const located = locate(scope, { roles, names, beside: role === 'textbox' ? names : [] }).element;
  // A password field has no role of its own in ARIA, so it is found by its label.
  return located ?? (role === 'textbox' ? passwordField(scope, names) : undefined);
}

function passwordField(scope: ParentNode, names: readonly string[]): Element | undefined {
  const wanted = names.map(normalize);
  const fields = [...scope.querySelectorAll<HTMLInputElement>('input[type="password"]')].filter(
    ({ labels, ariaLabel, placeholder }) =>
      [...(labels ?? [])]
        .map(({ textContent }) => textContent ?? '')
        .concat(ariaLabel ?? '', placeholder)
        .some((label) => wanted.includes(normalize(label))),
  );
  return fields.length === 1 ? fields[0] : undefined;
}

/** Which of two answers a product's test gave, read from the texts around the pressed button. */
export function readAnswer(
  document: Document,
  test: Pick<NonNullable<Portal['test']>, 'passed' | 'failed'>,
): 'passed' | 'failed' | undefined {
  const scope = openDialog(document) ?? document.body;
  const shown = normalize((scope as HTMLElement).innerText);
  const holds = (texts: readonly string[]) => texts.some((each) => shown.includes(normalize(each)));
  if (holds(test.failed)) return 'failed';
  return holds(test.passed) ? 'passed' : undefined;
}
