import type { AnchorId, PageKind } from '@/lib/domain/snapshot';
import { decide, type Located } from '@/lib/locate/locate';
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
const ABSENT: Located = { score: 0, why: 'not on this page' };

/** Says which page a document is, and for every anchor whether it was found, how surely, why, and where. */
export function explainPage(document: Document, url: URL): Explanation {
  const { page, surface, shownKey, located, rows } = findAnchors(document, url);
  const all = new Map<string, Located>(ALWAYS.map((id) => [id, located.get(id) ?? ABSENT]));
  for (const { row, label } of rows) {
    const found = located.get(`row:${row}`) ?? ABSENT;
    // The page's own label finds the row as well as ours does.
    for (const name of new Set([row, label])) all.set(`row:${name}`, found);
  }
  for (const [id, found] of keyRowAnchors(keyRowsOf(document, surface?.element)))
    all.set(id, found);
  return {
    page,
    keyVisible: shownKey !== undefined,
    anchors: Object.fromEntries([...all].map(([id, found]) => [withoutKeys(id), explained(found)])),
  };
}

function keyRowAnchors(keyRows: readonly KeyRow[]): [string, Located][] {
  const named = keyRows.map(({ name, element }): [string, Located] => {
    const alike = keyRows
      .filter((other) => other.name === name)
      .map(() => ({ element, score: 96, why: `the row of “${name}”` }));
    return [`key-row:${name}`, decide(alike, name)];
  });
  const [first] = keyRows;
  if (!first) return named;
  const of = (found: Located): Located =>
    keyRows.length === 1
      ? found
      : { ...found, why: `${found.why}, in the first of ${keyRows.length} rows` };
  return [...named, ['row-edit', of(first.edit)], ['row-revoke', of(first.revoke)]];
}

function explained({ element, score, why }: Located): Explained {
  return {
    found: element !== undefined,
    score,
    why: withoutKeys(why),
    selector: element ? pathTo(element) : null,
  };
}

function withoutKeys(text: string): string {
  return text.replaceAll(/sk-[A-Za-z0-9_-]{12,}/g, 'sk-…');
}
