import { browser } from '@/lib/browser';
import { portalRecipeId } from '@/lib/delivery/portal';
import { destinationViews } from './destination-views';
import { isAllowed } from './pages';
import type { Services } from './services';

/** The hosts of OpenAI's that we can't do without: where keys are shown, and where they are proved. */
const OPENAI = ['https://platform.openai.com/*', 'https://api.openai.com/*'] as const;

/** Whether a key can be proved: browsers let a person take that access away. */
export const mayProve = () => isAllowed([OPENAI[1]]);

/** Those of OpenAI's host patterns that the person has taken from us. */
export async function withdrawn(): Promise<readonly string[]> {
  const allowed = await Promise.all(OPENAI.map((origin) => isAllowed([origin])));
  return OPENAI.filter((_, index) => !allowed[index]);
}

/**
 * Gives host patterns back to the browser that no destination needs any more. A product's own form
 * needs its own while a key was ever sent to it.
 */
export async function giveBack(
  { vault, book, db }: Pick<Services, 'vault' | 'book' | 'db'>,
  origins: readonly string[],
): Promise<void> {
  const [views, rows] = await Promise.all([
    book.read().then((recipes) => destinationViews(vault, recipes)),
    db.deliveries.all(),
  ]);
  const sentTo = new Set(rows.map(({ destinationId }) => destinationId));
  const needed = views
    .filter(({ id }) => portalRecipeId(id) === undefined || sentTo.has(id))
    .flatMap((view) => view.origins);
  const unneeded = origins.filter((origin) => !needed.includes(origin));
  // A browser that keeps it, because its policy says so, is no reason to fail.
  if (unneeded.length > 0)
    await browser.permissions.remove({ origins: unneeded }).catch(() => false);
}
