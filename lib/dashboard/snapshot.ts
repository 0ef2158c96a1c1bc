import type { Permission } from '@/lib/domain/scopes';
import type { AnchorId, CreateForm, Obstacle, PageSnapshot } from '@/lib/domain/snapshot';
import { isField, shownChoice } from '@/lib/locate/act';
import { isChosen } from '@/lib/locate/choice';
import { normalize } from '@/lib/locate/text';
import { isDisabled } from '@/lib/locate/visible';
import { wordsOf } from './dialogs';
import { findAnchors, type Findings } from './find-anchors';
import type { ShownKey } from './read-key';

/** The facts of a page, and the elements that they were read from. */
export interface Reading {
  readonly snapshot: PageSnapshot;
  readonly dialog: Element | undefined;
  readonly elements: ReadonlyMap<AnchorId, Element>;
  readonly shownKey: ShownKey | undefined;
}

/** Reads the page as it is now, without the keys that it lists. Changes nothing in it. */
export function readPage(document: Document, url: URL): Reading {
  const findings = findAnchors(document, url);
  const { surface, shownKey } = findings;
  const elements = new Map<AnchorId, Element>();
  for (const [id, { element }] of findings.located) if (element) elements.set(id, element);
  // What a dialog covers can't be pressed.
  if (surface) elements.delete('open-create');
  const isForm = surface?.kind === 'create' || (findings.page === 'welcome' && !shownKey);
  return {
    dialog: surface?.element,
    elements,
    shownKey,
    snapshot: {
      page: findings.page,
      dialog: surface?.kind ?? 'none',
      anchors: [...elements.keys()],
      disabled: [...elements].filter(([, element]) => isDisabled(element)).map(([id]) => id),
      form: isForm ? readForm(findings, elements) : undefined,
      keyVisible: shownKey !== undefined,
      summary: surface?.kind === 'reveal' ? readSummary(surface.element) : undefined,
      keys: [],
      obstacle: obstacleOn(document, findings, elements),
      translated: isTranslated(document),
    },
  };
}

function readForm(
  { rows: shownRows }: Findings,
  elements: ReadonlyMap<AnchorId, Element>,
): CreateForm {
  const shownIn = (id: AnchorId) => {
    const element = elements.get(id);
    if (!element) return undefined;
    return isField(element) ? element.value : shownChoice(element);
  };
  const chosen = (id: AnchorId) => {
    const option = elements.get(id);
    return option !== undefined && isChosen(option);
  };
  return {
    name: shownIn('name') ?? '',
    owner: chosen('owner-user')
      ? 'user'
      : chosen('owner-service-account')
        ? 'service-account'
        : undefined,
    project: shownIn('project') || undefined,
    expiration: shownIn('expiration') || undefined,
    permission: readPermission(elements),
    rows: Object.fromEntries(
      shownRows.flatMap(({ row, choice }) => (choice ? [[row, choice]] : [])),
    ),
  };
}

function readPermission(elements: ReadonlyMap<AnchorId, Element>): Permission | undefined {
  for (const permission of ['all', 'restricted', 'read-only'] as const) {
    const option = elements.get(`permission-${permission}`);
    if (!option) continue;
    const shown = isOption(option) ? undefined : normalize(shownChoice(option) ?? '');
    if (shown === undefined ? isChosen(option) : shown.startsWith(permission.replace('-', ' '))) {
      return permission;
    }
  }
  return undefined;
}

function isOption(element: Element): boolean {
  return element.matches(
    'input,[role="radio"],[role="tab"],[aria-pressed],button:not([aria-haspopup])',
  );
}

// The text of a key with All permissions (openai-platform.md §1.5); those of others have not been seen.
function readSummary(dialog: Element): Permission | undefined {
  const words = wordsOf(dialog);
  if (words.includes('read and write api resources')) return 'all';
  if (/permissions (read only|read api resources)/.test(words)) return 'read-only';
  return /permissions restricted/.test(words) ? 'restricted' : undefined;
}

/** What the page says of why no key can be made here; the sentences are not known, so only plain signs count. */
function obstacleOn(
  document: Document,
  { page, surface }: Findings,
  elements: ReadonlyMap<AnchorId, Element>,
): Obstacle | undefined {
  if (surface?.kind === 'other') {
    return /verify your phone|phone (number )?verification|start verification/.test(
      wordsOf(surface.element),
    )
      ? 'phone'
      : undefined;
  }
  if (surface || !['api-keys', 'org-api-keys', 'admin-keys'].includes(page)) return undefined;
  const opener = elements.get('open-create');
  if (opener && !isDisabled(opener)) return undefined;
  const words = wordsOf(document.querySelector('main') ?? document.body);
  if (
    /(disabled|turned off|not allowed|doesn t allow|does not allow|blocked).{0,60}\bkeys?\b|\bkeys?\b.{0,60}(disabled|turned off|not allowed|is blocked)/.test(
      words,
    )
  ) {
    return 'blocked';
  }
  if (opener) return 'no_rights';
  return /\b(ask|contact) (an|your|the) (organization )?(owner|admin)|(don t|do not) have permission|only (organization )?owners\b/.test(
    words,
  )
    ? 'no_rights'
    : undefined;
}

/** True when labels were replaced by a translation, as browsers do it: wrapped in `font`, or said on the root. */
function isTranslated(document: Document): boolean {
  const { documentElement } = document;
  return (
    /\btranslated-(ltr|rtl)\b/.test(documentElement.className) ||
    document.querySelector('font font') !== null
  );
}
