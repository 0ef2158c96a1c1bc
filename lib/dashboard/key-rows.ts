import { controlsOf, locate, type Located } from '@/lib/locate/locate';
import { piecesOf } from '@/lib/locate/text';
import { deepQuery, encloses, parentOf } from '@/lib/locate/tree';
import { isVisible } from '@/lib/locate/visible';
import { ROW } from './anchors';

/** A key in the page's table. */
export interface KeyRow {
  readonly element: Element;
  readonly name: string;
  /** The last characters of the redacted key, when the table shows it. */
  readonly lastFour?: string;
  /** False for a row whose status is Revoked or Expired. */
  readonly isActive: boolean;
  readonly edit: Located;
  readonly revoke: Located;
}

const REDACTED = /^sk-[A-Za-z0-9_-]*(?:\.{2,}|…|\*{2,}|•{2,})([A-Za-z0-9_-]{0,8})$/;
const ROWS = 'tr,[role="row"]';

/**
 * Every key that the page lists, in its order; told by the redacted key in its row.
 * @param surface the dialog or panel in front, whose keys are listed nowhere.
 */
export function keyRowsOf(document: Document, surface: Element | undefined): KeyRow[] {
  return rowsWithKeys(document, surface).flatMap((element) => {
    const texts = piecesOf(element);
    const redacted = texts.map((text) => REDACTED.exec(text)).find((match) => match !== null);
    const controls = controlsOf(element);
    const edit = locate(controls, ROW['row-edit']);
    const revoke = locate(controls, ROW['row-revoke']);
    // What is no row of a table is a key's card only when it can be edited or taken away there.
    if (!element.matches(ROWS) && !edit.element && !revoke.element) return [];
    return {
      element,
      name: nameIn(element, texts),
      ...(redacted?.[1] ? { lastFour: redacted[1] } : {}),
      isActive: !texts.some((text) => /^(revoked|expired|deleted)$/i.test(text)),
      edit,
      revoke,
    };
  });
}

function rowsWithKeys(document: Document, surface: Element | undefined): Element[] {
  const cells = deepQuery(document, 'td,th,[role="cell"],[role="gridcell"],code,span,div,p').filter(
    (element) =>
      element.childElementCount === 0 &&
      REDACTED.test(element.textContent?.trim() ?? '') &&
      isVisible(element) &&
      !(surface && encloses(surface, element)),
  );
  return [...new Set(cells.flatMap((cell) => rowOf(cell, cells) ?? []))];
}

/** The table row, or in a list of cards the largest element that holds this redacted key and no other. */
function rowOf(cell: Element, cells: readonly Element[]): Element | undefined {
  const row = cell.closest(ROWS);
  if (row) return row;
  let card: Element | undefined;
  for (let node = parentOf(cell); node && !node.matches('body,main'); node = parentOf(node)) {
    const holder = node;
    if (cells.filter((other) => holder.contains(other)).length > 1) break;
    // What has a heading of the page, or a field, is more than a card.
    if (node.querySelector('h1,h2,input,select')) break;
    if (node.querySelector('a,button,[role="button"]')) card = node;
    if (node.matches('li,article,[role="listitem"]')) return node;
    if (node.matches('[role="dialog"],[role="alertdialog"],dialog')) return undefined;
  }
  return card;
}

/** The text of the cell under the heading "Name", else the first text of the row. */
function nameIn(row: Element, texts: readonly string[]): string {
  const table = row.closest('table,[role="table"],[role="grid"]');
  const heads = table ? [...table.querySelectorAll('th,[role="columnheader"]')] : [];
  const column = heads.findIndex((head) => /^name$/i.test(head.textContent?.trim() ?? ''));
  const cells = [...row.children].filter((each) =>
    each.matches('td,th,[role="cell"],[role="gridcell"],[role="rowheader"]'),
  );
  const cell = column === -1 ? undefined : cells[column];
  return (cell ? piecesOf(cell)[0] : undefined) ?? texts.find((text) => !REDACTED.test(text)) ?? '';
}
