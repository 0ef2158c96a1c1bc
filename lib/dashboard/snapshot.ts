import type { KeyKind } from '@/lib/domain/api-key';
import { rowsFor, type Permission } from '@/lib/domain/scopes';
import type { AnchorId, CreateForm, PageSnapshot } from '@/lib/domain/snapshot';
import { isChecked, shownChoice } from '@/lib/locate/act';
import { locate } from '@/lib/locate/locate';
import { normalize } from '@/lib/locate/text';
import { ANCHORS, DIALOG_TITLES, rowDescription } from './anchors';

import { openDialog } from './dialogs';
import { readKey } from './read-key';
import { pageKind } from './routes';

/** The facts of a page, and the elements that they were read from. */
export interface Reading {
  readonly snapshot: PageSnapshot;
  readonly dialog: Element | undefined;
  readonly elements: ReadonlyMap<AnchorId, Element>;
}

/** Reads the page as it is now, for a guide to a key of this kind. Changes nothing in it. */
export function readPage(document: Document, url: URL, kind: KeyKind): Reading {
  const dialog = openDialog(document);
  const shownKey = readKey(document);
  const keyVisible = shownKey !== undefined;
  const role = dialogRole(dialog, keyVisible);
  const elements = new Map<AnchorId, Element>();
  const look = (id: AnchorId, found: Element | undefined) => found && elements.set(id, found);

  if (dialog) {
    if (role === 'create') look('create-dialog', dialog);
    if (role === 'reveal') look('reveal-dialog', dialog);
    look('reveal-key', shownKey?.element);
    for (const [id, description] of Object.entries(ANCHORS)) {
      if (description.scope === 'dialog' && belongs(id, role)) {
        look(id as AnchorId, locate(dialog, description).element);
      }
    }
    if (role === 'create') {
      for (const row of rowsFor(kind)) {
        look(`row:${row.row}`, locate(dialog, rowDescription(row)).element);
      }
    }
  } else {
    look('open-create', locate(document, ANCHORS['open-create']).element);
  }

  return {
    dialog,
    elements,
    snapshot: {
      page: pageKind(url),
      dialog: role,
      anchors: [...elements.keys()],
      ...(role === 'create' ? { form: readForm(elements) } : {}),
      keyVisible,
    },
  };
}

function dialogRole(dialog: Element | undefined, keyVisible: boolean): PageSnapshot['dialog'] {
  if (!dialog) return 'none';
  const titles = [...dialog.querySelectorAll('h1,h2,h3,[role="heading"]')].map((heading) =>
    normalize(heading.textContent ?? ''),
  );
  const isOne = (names: readonly string[]) =>
    names.some((name) => titles.includes(normalize(name)));
  if (keyVisible || isOne(DIALOG_TITLES.reveal)) return 'reveal';
  return isOne(DIALOG_TITLES.create) ? 'create' : 'other';
}

function belongs(id: string, role: PageSnapshot['dialog']): boolean {
  return id.startsWith('reveal-') ? role === 'reveal' : role === 'create';
}

function readForm(elements: ReadonlyMap<AnchorId, Element>): CreateForm {
  const name = elements.get('name');
  const expiration = elements.get('expiration');
  const shownExpiration = expiration && shownChoice(expiration);
  const permission = readPermission(elements);
  const rows: Record<string, string> = {};
  for (const [id, element] of elements) {
    const choice = id.startsWith('row:') ? shownChoice(element) : undefined;
    if (choice) rows[id.slice('row:'.length)] = choice;
  }
  return {
    name: name instanceof HTMLInputElement ? name.value : '',
    ...(shownExpiration ? { expiration: shownExpiration } : {}),
    ...(permission ? { permission } : {}),
    rows,
  };
}

function readPermission(elements: ReadonlyMap<AnchorId, Element>): Permission | undefined {
  for (const permission of ['all', 'restricted', 'read-only'] as const) {
    const radio = elements.get(`permission-${permission}`);
    if (radio && isChecked(radio)) return permission;
  }
  return undefined;
}
