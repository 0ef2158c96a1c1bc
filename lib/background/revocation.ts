import { editsOf, type PermissionEdit } from '@/lib/domain/permission-edits';
import { KeyferryError } from '@/lib/domain/errors';
import type { VerificationResult } from '@/lib/domain/verification';
import { verificationNote } from '@/lib/vault/notes';
import type { Revocation } from './guides';
import { destinationViews } from './destination-views';
import type { Services } from './services';

/**
 * What the guide must know to take a key away on OpenAI's page: its name and last four characters in
 * the table, and where it was delivered to.
 * @throws KeyferryError `unknown_item`, `not_allowed` for a key of the practice.
 */
export async function revocationOf(services: Services, itemId: string): Promise<Revocation> {
  const { vault, book, db } = services;
  const item = await vault.item(itemId);
  if (!item) throw new KeyferryError('unknown_item');
  // OpenAI never had it.
  if (item.kind === 'practice') throw new KeyferryError('not_allowed');
  const recipes = await book.read();
  const destinations = await destinationViews(vault, recipes);
  const places = (await db.deliveries.of(itemId)).rows
    .filter(({ state }) => state === 'confirmed')
    .flatMap(
      ({ destinationId }) => destinations.find(({ id }) => id === destinationId)?.label ?? [],
    );
  const product = recipes.find(item.details.recipeId)?.recipe.product ?? item.details.name ?? '';
  return {
    name: item.details.name ?? '',
    lastFour: item.redacted.slice(-4),
    places: [...new Set(places)],
    product,
    kind: item.kind === 'admin' ? 'admin' : 'project',
  };
}

/**
 * What to set in OpenAI so that a key has what its job needs and no more, by its last proof.
 * @throws KeyferryError `unknown_item`.
 */
export async function settingsOf(
  { vault }: Services,
  itemId: string,
): Promise<readonly PermissionEdit[]> {
  const item = await vault.item(itemId);
  if (!item) throw new KeyferryError('unknown_item');
  const result = await vault.readNote<VerificationResult>(verificationNote(itemId));
  return result?.report ? editsOf(item.kind, result.report) : [];
}
