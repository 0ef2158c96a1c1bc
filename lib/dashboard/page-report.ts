import { controlsOf } from '@/lib/locate/locate';
import { closest } from '@/lib/locate/tree';
import { openDialogs } from './dialogs';
import { pageShown } from './page';

const LONGEST = 60;

/**
 * A page's structure for the people who maintain Keyferry: kind of page, and each control's role and
 * label. Holds no value: nothing that was typed or chosen, no row of a table, no address beyond its path's words.
 */
export function pageReport(document: Document, url: URL): string {
  const dialog = openDialogs(document).at(-1);
  const lines = controlsOf(dialog ?? document)
    .filter(({ element }) => !closest(element, 'td,[role="cell"],[role="gridcell"]'))
    .map(({ element, role, name, placeholder }) => {
      // The name of a list that opens is what is chosen in it; a link may name anything.
      const isValue = element.matches('[aria-haspopup],[role="combobox"],select,a,[role="option"]');
      const label = isValue ? '' : `${name}${placeholder ? ` / ${placeholder}` : ''}`;
      return `${role || element.localName}${label ? ` “${label.slice(0, LONGEST)}”` : ''}`;
    });
  return [
    `Keyferry page report: ${pageShown(document, url)}, ${dialog ? 'dialog open' : 'no dialog'}, ${document.documentElement.lang || 'no language'}`,
    ...lines,
  ]
    .join('\n')
    .replaceAll(/\b(sk|key|proj|org|user|svc)[-_][\w-]{4,}/gi, '$1-…')
    .replaceAll(/[\w.+-]+@[\w.-]+/g, '…@…');
}
