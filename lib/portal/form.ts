import { choose, press, type } from '@/lib/locate/act';
import { until } from '@/lib/locate/until';
import type { Portal } from '@/lib/recipes/recipe';
import { emptyOthers, findPortal, type PortalPage } from './find';

/** An editor that draws its own fields shows no more of the form, however long one waits. */
const DRAWN_WAIT = 1_500;

/** Where a way to a form ended. */
interface Walked {
  readonly page: PortalPage;
  /** The part of the way that was gone last. */
  readonly at: number;
}

/**
 * Goes the way to the form, never back, and each part of it at most once.
 * @param ms how long each next part of the way may take, in milliseconds.
 * @param from the part that was gone last, where the person has gone one that only they can.
 * @returns what is there in the end.
 */
export async function walk(
  document: Document,
  portal: Portal,
  ms: number,
  from = -1,
): Promise<Walked> {
  let at = from;
  const ahead = () => {
    const page = findPortal(document, portal);
    return page.field || (page.nextAt ?? -1) > at ? page : undefined;
  };
  for (;;) {
    const now = findPortal(document, portal);
    const page = await until(document, ahead, now.drawn ? Math.min(ms, DRAWN_WAIT) : ms);
    if (!page?.next || page.nextAt === undefined) return { page: findPortal(document, portal), at };
    at = page.nextAt;
    const choice = portal.path[at]?.choose;
    if (choice === undefined) press(page.next);
    else await choose(page.next, choice);
  }
}

/**
 * Fills the key's field, and those beside it that the recipe names and that are empty; no other.
 * @param read gets the text with the key in it, as late as can be.
 * @returns whether the key's field shows the text afterwards.
 */
export async function fillForm(
  document: Document,
  portal: Portal,
  read: () => Promise<string>,
): Promise<boolean> {
  for (const [field, text] of emptyOthers(document, portal)) await type(field, text);
  const { field } = findPortal(document, portal);
  if (!field) return false;
  // Before the value: browsers write fields of open pages into their session files (dialogs.md).
  field.setAttribute('autocomplete', 'off');
  return type(field, await read());
}
