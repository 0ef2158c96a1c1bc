import { normalize } from '@/lib/locate/text';
import { keyRowsOf, type KeyRow } from './key-rows';
import { readPage, type Reading } from './snapshot';

/** A key of the table that is looked for: by its name and its last four characters. */
export interface WantedKey {
  readonly name: string;
  readonly lastFour: string;
}

/** Reads the page with the keys that it lists; `row-edit` and `row-revoke` are those of the wanted key's row. */
export function readKeyRows(document: Document, url: URL, wanted: WantedKey): Reading {
  const reading = readPage(document, url);
  const rows = keyRowsOf(document, reading.dialog);
  const row = rowOf(rows, wanted);
  const elements = new Map(reading.elements);
  // What a dialog covers can't be pressed.
  if (!reading.dialog && row?.edit.element) elements.set('row-edit', row.edit.element);
  if (!reading.dialog && row?.revoke.element) elements.set('row-revoke', row.revoke.element);
  return {
    ...reading,
    elements,
    snapshot: {
      ...reading.snapshot,
      anchors: [...elements.keys()],
      keys: rows.map(({ name, lastFour, isActive }) => ({
        name,
        isActive,
        ...(lastFour ? { lastFour } : {}),
      })),
    },
  };
}

/** The one active row of this name and these last characters; none when there are several. */
function rowOf(rows: readonly KeyRow[], { name, lastFour }: WantedKey): KeyRow | undefined {
  const fitting = rows.filter(
    (row) =>
      row.isActive &&
      normalize(row.name) === normalize(name) &&
      (row.lastFour === undefined || lastFour.endsWith(row.lastFour)),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}
