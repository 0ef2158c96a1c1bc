import type { AnchorId, PageKind } from '@/lib/domain/snapshot';
import { decide, type Evidence, type Located } from '@/lib/locate/locate';
import { pathTo } from '@/lib/locate/path';
import { findAnchors } from './find-anchors';
import { keyRowsOf, type KeyRow } from './key-rows';

/** How an anchor fared: for people who check whether a changed page is still understood. */
export interface Explained {
  readonly found: boolean;
  /** 0 to 100. */
  readonly score: number;
  readonly why: string;
  /** A CSS path; ` >>> ` steps into an open shadow root. */
  readonly selector: string | null;
}

/** What Keyferry sees in a page. Holds no key. */
export interface Explanation {
  readonly page: PageKind;
  readonly keyVisible: boolean;
  readonly anchors: Readonly<Record<string, Explained>>;
}

const ALWAYS: readonly AnchorId[] = [
  'open-create',
  'create-dialog',
  'owner-user',
  'owner-service-account',
  'name',
  'project',
  'expiration',
  'permission-all',
  'permission-restricted',
  'permission-read-only',
  'submit-create',
  'cancel-create',
  'reveal-dialog',
  'reveal-key',
  'reveal-copy',
  'reveal-done',
  'row-edit',
  'row-revoke',
  'revoke-dialog',
  'revoke-confirm',
];
const ABSENT: Located = {};
/** What was looked for where it has no label of its own. */
const UNLABELLED: Readonly<Record<string, string>> = { 'reveal-key': 'the field with the key' };

/** What told of an element. */
const TOLD: Readonly<Record<Evidence, (words: string) => string>> = {
  name: (words) => `name “${words}”`,
  icon: (words) => `name “${words}”`,
  wording: (words) => `name like “${words}”`,
  shown: (words) => `text “${words}”`,
  placeholder: (words) => `placeholder “${words}”`,
  title: (words) => `title “${words}”`,
  before: (words) => `after the text “${words}”`,
  after: (words) => `before the text “${words}”`,
  choice: (words) => `choice “${words}”`,
  row: (words) => `chooses for “${words}”`,
  'key-row': (words) => `the row of “${words}”`,
  key: () => 'it shows a whole key',
  once: () => 'it says that a key is shown once',
  form: () => 'it offers permissions and makes a key',
  only: () => 'the only field of the dialog',
};

/** Says which page a document is, and for every anchor whether it was found, how surely, why, and where. */
export function explainPage(document: Document, url: URL): Explanation {
  const { page, surface, shownKey, located, rows } = findAnchors(document, url);
  const all = new Map<string, Located>(ALWAYS.map((id) => [id, located.get(id) ?? ABSENT]));
  for (const { row, label } of rows) {
    const found: Located = { ...located.get(`row:${row}`), by: 'row', words: row };
    // The page's own label finds the row as well as ours does.
    for (const name of new Set([row, label])) all.set(`row:${name}`, found);
  }
  const keyRows = keyRowsOf(document, surface?.element);
  for (const [id, found] of keyRowAnchors(keyRows)) all.set(id, found);
  return {
    page,
    keyVisible: shownKey !== undefined,
    anchors: Object.fromEntries(
      [...all].map(([id, found]) => {
        const isOfMany = id.startsWith('row-') && keyRows.length > 1;
        const which = isOfMany ? `, in the first of ${keyRows.length} rows` : '';
        return [withoutKeys(id), explained(id, found, which)];
      }),
    ),
  };
}

function keyRowAnchors(keyRows: readonly KeyRow[]): [string, Located][] {
  const named = keyRows.map(({ name, element }): [string, Located] => {
    const alike = keyRows
      .filter((other) => other.name === name)
      .map(() => ({ element, score: 96, by: 'key-row' as const, words: name }));
    return [`key-row:${name}`, decide(alike, name)];
  });
  const [first] = keyRows;
  return first ? [...named, ['row-edit', first.edit], ['row-revoke', first.revoke]] : named;
}

function explained(id: string, found: Located, which: string): Explained {
  const { element, score = 0 } = found;
  return {
    found: element !== undefined,
    score,
    why: withoutKeys(`${why(id, found)}${which}`),
    selector: element ? pathTo(element) : null,
  };
}

function why(id: string, { by, words, alike }: Located): string {
  if (alike) return `two alike: ${alike.map((each) => why(id, each)).join('; ')}`;
  if (by) return TOLD[by](words ?? '');
  return words === undefined
    ? 'not on this page'
    : `nothing like “${words || (UNLABELLED[id] ?? '')}”`;
}

function withoutKeys(text: string): string {
  return text.replaceAll(/sk-[A-Za-z0-9_-]{12,}/g, 'sk-…');
}
