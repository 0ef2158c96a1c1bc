import { hasPortal, portalId, portalRecipeId, type PortalRecipe } from '@/lib/delivery/portal';
import type { DestinationView } from '@/lib/domain/views';
import type { RecipeBook } from './recipe-book';

/** The recipe behind a portal's destination id; undefined for another kind of destination. */
export function portalOf(destinationId: string, book: RecipeBook): PortalRecipe | undefined {
  const recipe = book.find(portalRecipeId(destinationId))?.recipe;
  return recipe && hasPortal(recipe) ? recipe : undefined;
}

/** The products' own forms, as places where a key can go. */
export function portalViews(book: RecipeBook): Omit<DestinationView, 'allowed'>[] {
  return book.entries.flatMap(({ recipe, origin }) =>
    hasPortal(recipe)
      ? [
          {
            id: portalId(recipe),
            label: recipe.product,
            adapter: 'portal' as const,
            origin: `${recipe.portal.origin}/*`,
            accepts:
              recipe.key.kind === 'admin'
                ? (['admin'] as const)
                : (['project', 'service-account', 'legacy'] as const),
            fromCatalogue: origin === 'catalogue',
          },
        ]
      : [],
  );
}
