import type { Delivery } from '@/lib/domain/delivery';
import type { VerificationRow } from '@/lib/domain/verification';
import type { DestinationView, KeyView } from '@/lib/domain/views';
import { warningsOf } from '@/lib/domain/warnings';
import type { VaultItem } from '@/lib/vault/vault';
import { deliveryView, verificationView } from './delivery-views';
import type { RecipeBook } from './recipe-book';
import type { Services } from './services';

/** A key as the popup and the app page show it, with its deliveries and its proof. */
export async function keyView(
  vault: Services['vault'],
  book: RecipeBook,
  { id, kind, redacted, createdAt, details }: VaultItem,
  items: readonly VaultItem[],
  deliveries: readonly Delivery[],
  verifications: readonly VerificationRow[],
  destinations: readonly DestinationView[],
): Promise<KeyView> {
  const entry = book.find(details.recipeId);
  const recipe = entry?.recipe;
  const proof = verifications.find((row) => row.itemId === id);
  const mine = deliveries.filter((row) => row.itemId === id);
  const replaced = items.find((item) => item.id === details.replaces);
  return {
    id,
    kind,
    redacted,
    createdAt,
    ...(details.name ? { name: details.name } : {}),
    ...(recipe ? { recipeId: recipe.id, product: recipe.product } : {}),
    // A recipe that was removed was none of the packaged ones.
    ...(details.recipeId ? { fromCatalogue: entry?.origin === 'catalogue' } : {}),
    ...(details.permission ? { permission: details.permission } : {}),
    ...(details.expiration ? { expiration: details.expiration } : {}),
    warnings: warningsOf(recipe?.key, kind, details),
    deliveries: await Promise.all(
      mine.map((row) =>
        deliveryView(
          vault,
          book,
          row,
          destinations.find((each) => each.id === row.destinationId)?.label,
        ),
      ),
    ),
    ...(proof ? { verification: await verificationView(vault, proof) } : {}),
    ...(replaced
      ? {
          replaces: {
            id: replaced.id,
            redacted: replaced.redacted,
            name: replaced.details.name ?? '',
          },
        }
      : {}),
  };
}
