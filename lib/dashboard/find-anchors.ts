import type { AnchorId, PageKind } from '@/lib/domain/snapshot';
import { namesOf, type ChoiceControl } from '@/lib/locate/choice';
import {
  controlsOf,
  decide,
  locate,
  rank,
  type Candidate,
  type Located,
} from '@/lib/locate/locate';
import { asLabel } from '@/lib/locate/text';
import { closest, encloses } from '@/lib/locate/tree';
import { FORM, OPENER, OWNERS, PERMISSIONS, REVEAL, REVOKE } from './anchors';
import { rowsOf, type ShownRow } from './matrix';
import { pageShown } from './page';
import { readKey, type ShownKey } from './read-key';
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

/** Looks for every anchor of OpenAI's key pages in a document. Changes nothing in it. */
export function findAnchors(document: Document, url: URL): Findings {
  const page = pageShown(document, url);
  const shownKey = readKey(document) ?? deepReadKey(document);
  const surface = frontSurface(document, shownKey);
  const rows =
    surface?.kind === 'create' || surface?.kind === 'edit' ? rowsOf(surface.choices) : [];
  const located = new Map<AnchorId, Located>([
    ['open-create', opener(document, surface)],
    ...inSurface(surface, shownKey),
    ...(page === 'welcome' && !surface ? inWizard(document, shownKey) : []),
    ...rows.map(({ row, control }): [AnchorId, Located] => [
      `row:${row}`,
      { element: control.element, score: 94, why: `chooses for “${row}”` },
    ]),
  ]);
  return { page, surface, shownKey, located, rows };
}

const NOT_AN_OPENER =
  'dialog,[role="dialog"],[role="alertdialog"],nav,[role="navigation"],footer,[role="contentinfo"],tr,[role="row"],li,pre,code';

function opener(document: Document, surface: Surface | undefined): Located {
  const fitting = rank(document, OPENER).filter(
    ({ element }) =>
      !closest(element, NOT_AN_OPENER) &&
      !leadsAway(element) &&
      !(surface && encloses(surface.element, element)),
  );
  return decide(fitting, OPENER.names?.[0]);
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
  const { element, controls, score, why } = surface;
  const itself = { element, score, why };
  switch (surface.kind) {
    case 'create':
      return [['create-dialog', itself], ...inForm(surface)];
    case 'reveal':
      return [
        ['reveal-dialog', itself],
        ['reveal-key', revealKey(surface, shownKey)],
        ...each(REVEAL, (description) => locate(controls, description)),
      ];
    case 'revoke':
      return [
        ['revoke-dialog', itself],
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
  const service = OWNERS['owner-service-account'].map(asLabel);
  const groups = choices.filter(
    (control) =>
      control.choices.some(({ label }) => service.includes(asLabel(label))) ||
      namesOf(control).some((name) =>
        ['api key owner', 'owned by', 'owner'].includes(asLabel(name)),
      ),
  );
  const group = groups.length === 1 ? groups[0] : undefined;
  return each(OWNERS, (words) => optionOf(group, words));
}

function optionOf(group: ChoiceControl | undefined, words: readonly string[]): Located {
  const labels = words.map(asLabel);
  const fitting: Candidate[] = (group?.choices ?? [])
    .filter(({ label }) => labels.includes(asLabel(label)))
    .map(({ element, label }) => ({
      // A closed list shows no options to point at: it stands for all of them.
      element: group?.kind === 'list' ? group.element : element,
      score: 96 - 2 * labels.indexOf(asLabel(label)),
      why: `choice “${label}”`,
    }));
  return decide(fitting, words[0]);
}

function revealKey({ controls }: Surface, shownKey: ShownKey | undefined): Located {
  if (shownKey) return { element: shownKey.element, score: 100, why: 'it shows a whole key' };
  const fields = controls
    .filter(({ role }) => role === 'textbox')
    .map(({ element }) => ({ element, score: 70, why: 'the only field of the dialog' }));
  return decide(fields, 'the field with the key');
}

/** The first-run wizard has no dialog: its last page is a form, then shows the key (openai-platform.md §1.8). */
function inWizard(document: Document, shownKey: ShownKey | undefined): [AnchorId, Located][] {
  const controls = controlsOf(document);
  if (shownKey) {
    return [
      ['reveal-key', { element: shownKey.element, score: 100, why: 'it shows a whole key' }],
      ...each(REVEAL, (description) => locate(controls, description)),
    ];
  }
  const { name, 'submit-create': submit, 'cancel-create': cancel } = FORM;
  const words = ['Project name', 'Project'];
  return [
    ['name', locate(controls, name)],
    ['project', locate(controls, { roles: ['textbox'], names: words, beside: words })],
    ['submit-create', locate(controls, submit)],
    ['cancel-create', locate(controls, cancel)],
  ];
}

function each<T>(
  all: Readonly<Record<string, T>>,
  find: (description: T) => Located,
): [AnchorId, Located][] {
  return Object.entries(all).map(([id, description]) => [id as AnchorId, find(description)]);
}
