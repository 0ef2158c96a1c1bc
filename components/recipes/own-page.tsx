import { i18n } from '#i18n';
import { Skeleton } from '../ui/skeleton';
import { fieldsOf, NO_OWN_FIELDS } from './own-fields';
import { OwnForm } from './own-form';
import { useRecipe } from './use-recipe';

/** The form for a recipe of one's own: a new one, or one that is there. */
export function OwnPage({ recipeId }: { readonly recipeId: string | undefined }) {
  const { details, error } = useRecipe(recipeId);
  if (recipeId === undefined) return <OwnForm key="new" start={NO_OWN_FIELDS} />;
  if (error !== undefined || (details && details.origin !== 'own')) {
    return <p>{i18n.t('ui.recipe.gone')}</p>;
  }
  if (!details) return <Skeleton />;
  return <OwnForm key={recipeId} start={fieldsOf(details.recipe)} recipeId={recipeId} />;
}
