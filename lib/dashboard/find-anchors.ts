import type { AnchorId, PageKind } from '@/lib/domain/snapshot';
import { isCalled, namesOf, type ChoiceControl } from '@/lib/locate/choice';
import {
  controlsOf,
  decide,
  locate,
  rank,
  type Candidate,
  type Control,
  type Located,
} from '@/lib/locate/locate';
import { asLabel } from '@/lib/locate/text';
import { closest, encloses, parentOf } from '@/lib/locate/tree';
import { DASHBOARD } from './routes';
import { FORM, OPENER, OWNERS, PERMISSIONS, REVEAL, REVOKE, WIZARD } from './anchors';
import { rowsOf, type ShownRow } from './matrix';
import { pageShown } from './page';
import type { ShownKey } from './read-key';
import { frontSurface, permissionOf, type Surface } from './surface';
import { deepReadKey } from './deep-read-key';

/** Everything that was found on a page, and what was looked for in vain. */
export interface Findings {
  readonly page: PageKind;
  readonly surface: Surface | undefined;
  readonly shownKey: ShownKey | undefined;
  readonly located: ReadonlyMap<AnchorId, Located>;
  readonly rows: readonly ShownRow[];
}

const NONE: Located = {};

/** Looks for every anchor of OpenAI's key pages in a document. Changes nothing in it. */
export function findAnchors(document: Document, url: URL): Findings {
  const page = pageShown(document, url);
  const shownKey = deepReadKey(document);
  // Other consoles and sites have dialogs that look alike.
  const isElsewhere =
    page === 'workspace-admin' || page === 'signed-out' || url.origin !== DASHBOARD;
  const surface = isElsewhere ? undefined : frontSurface(document, shownKey);
  const rows =
    surface?.kind === 'create' || surface?.kind === 'edit' ? rowsOf(surface.choices) : [];
  const located = new Map<AnchorId, Located>([
    ['open-create', page === 'welcome' || isElsewhere ? NONE : opener(document, surface, page)],
    ...inSurface(surface, shownKey),
    ...(page === 'welcome' && (!surface || surface.kind === 'other')
      ? inWizard(document, shownKey, surface)
      : []),
    ...rows.map(({ row, control }): [AnchorId, Located] => [
      `row:${row}`,
      { element: control.element, score: 94 },
    ]),
  ]);
  return { page, surface, shownKey, located, rows };
}

const NOT_AN_OPENER =
  'dialog,[role="dialog"],[role="alertdialog"],nav,[role="navigation"],footer,[role="contentinfo"],tr,[role="row"],li,pre,code';

function opener(document: Document, surface: Surface | undefined, page: PageKind): Located {
  const fitting = rank(controlsOf(document), OPENER).filter(
    ({ element }) =>
      !closest(element, NOT_AN_OPENER) &&
      !leadsAway(element) &&
      // In other pages' prose a link leads to the keys; it does not make one.
      (page !== 'other' || !element.matches('a')) &&
      !isInForm(element) &&
      !(surface && encloses(surface.element, element)),
  );
  return decide(fitting, OPENER.names?.[0]);
}

/** The button of a form that has something to fill in sends it off. */
function isInForm(element: Element): boolean {
  const fields = 'input[type="radio"],[role="radio"],select,input[type="text"],input:not([type])';
  return closest(element, 'form')?.querySelector(fields) != null;
}

/** A link to elsewhere tells of making keys; it does not make one. */
function leadsAway(element: Element): boolean {
  if (!(element instanceof HTMLAnchorElement)) return false;
  return element.target === '_blank' || element.origin !== element.ownerDocument.location.origin;
}

function inSurface(
  surface: Surface | undefined,
  shownKey: ShownKey | undefined,
): [AnchorId, Located][] {
  if (!surface) return [];
  const { controls } = surface;
  switch (surface.kind) {
    case 'create':
      return [['create-dialog', surface], ...inForm(surface)];
    case 'reveal':
      return [['reveal-dialog', surface], ...inReveal(controls, shownKey)];
    case 'revoke':
      return [
        ['revoke-dialog', surface],
        ['revoke-confirm', locate(controls, REVOKE)],
      ];
    default:
      return [];
  }
}

function inForm(surface: Surface): [AnchorId, Located][] {
  const { controls, choices } = surface;
  const permission = permissionOf(choices);
  const taken = new Set([
    permission?.element,
    ...rowsOf(choices).map((row) => row.control.element),
  ]);
  const free = controls.filter(({ element }) => !taken.has(element));
  const form = each(FORM, (description) => locate(free, description));
  return [...form, ...owners(choices), ...permissions(permission)];
}

function permissions(group: ChoiceControl | undefined): [AnchorId, Located][] {
  return each(PERMISSIONS, (words) => optionOf(group, words)).map(([id, located]) => [
    `permission-${id}` as AnchorId,
    located,
  ]);
}

/** The choice between oneself and a service account; one of the two may not be offered. */
function owners(choices: readonly ChoiceControl[]): [AnchorId, Located][] {
  const groups = choices.filter(
    (control) =>
      control.choices.some((choice) => isCalled(choice, OWNERS['owner-service-account'])) ||
      namesOf(control).some((name) =>
        ['api key owner', 'owned by', 'owner'].includes(asLabel(name)),
      ),
  );
  const group = groups.length === 1 ? groups[0] : undefined;
  return each(OWNERS, (words) => optionOf(group, words));
}

function optionOf(group: ChoiceControl | undefined, words: readonly string[]): Located {
  const fitting: Candidate[] = (group?.choices ?? [])
    .filter((choice) => isCalled(choice, words))
    .map((choice) => ({
      // A closed list shows no options to point at: it stands for all of them.
      element: group?.kind === 'list' ? group.element : choice.element,
      score: 96 - 2 * words.findIndex((word) => isCalled(choice, [word])),
      by: 'choice',
      words: choice.label,
    }));
  return decide(fitting, words[0]);
}

function revealKey(controls: readonly Control[], shownKey: ShownKey | undefined): Located {
  if (shownKey) return { element: shownKey.element, score: 100, by: 'key' };
  const fields = controls
    .filter(({ role }) => role === 'textbox')
    .map(({ element }) => ({ element, score: 70, by: 'only' as const }));
  return decide(fields);
}

/** The first-run wizard has no dialog: its last page is a form, then shows the key (openai-platform.md §1.8). */
function inWizard(
  document: Document,
  shownKey: ShownKey | undefined,
  banner: Surface | undefined,
): [AnchorId, Located][] {
  const controls = controlsOf(document).filter(
    ({ element }) => !(banner && encloses(banner.element, element)),
  );
  if (shownKey) return inReveal(controls, shownKey);
  const name = locate(controls, { ...FORM.name, names: KEY_NAME, beside: KEY_NAME });
  // Other pages of the wizard have buttons that are called alike.
  if (!name.element) return each(WIZARD, (description) => locate(controls, description));
  return [
    ['name', name],
    [
      'project',
      locate(controls, { roles: ['textbox'], names: PROJECT_NAME, beside: PROJECT_NAME }),
    ],
    ['submit-create', locate(controls, { roles: ['button'], names: MAKE_KEY })],
    ['cancel-create', locate(controls, FORM['cancel-create'])],
  ];
}

const KEY_NAME = ['API key name', 'Key name', 'Secret key name'];
const MAKE_KEY = ['Generate API Key', 'Generate key', 'Create API key', 'Create key'];
const PROJECT_NAME = ['Project name', 'Project'];

function inReveal(
  controls: readonly Control[],
  shownKey: ShownKey | undefined,
): [AnchorId, Located][] {
  // A mark in the corner closes a dialog; it does not say that one is done.
  const worded = controls.filter(({ shown }) => shown !== '');
  const copies = rank(controls, REVEAL['reveal-copy']);
  return [
    ['reveal-key', revealKey(controls, shownKey)],
    ['reveal-copy', decide(shownKey ? nearest(copies, shownKey.element) : copies, 'Copy')],
    ['reveal-done', locate(worded, REVEAL['reveal-done'])],
  ];
}

/** Those that share the closest container with an element: a sample below has a Copy of its own. */
function nearest(candidates: readonly Candidate[], element: Element): readonly Candidate[] {
  for (let node = parentOf(element); node; node = parentOf(node)) {
    const container = node;
    const near = candidates.filter((candidate) => encloses(container, candidate.element));
    if (near.length > 0) return near;
  }
  return candidates;
}

function each<T>(
  all: Readonly<Record<string, T>>,
  find: (description: T) => Located,
): [AnchorId, Located][] {
  return Object.entries(all).map(([id, description]) => [id as AnchorId, find(description)]);
}
