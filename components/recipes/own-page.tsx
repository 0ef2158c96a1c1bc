import { i18n } from '#i18n';
import { Skeleton } from '../ui/skeleton';
import { fieldsOf, NO_OWN_FIELDS } from './own-fields';
import { OwnForm } from './own-form';
import { useRecipe } from './use-recipe';

/** The form for a recipe of one's own: a new one, or one that is there. */
export function OwnPage({ recipeId }: { readonly recipeId: string | undefined }) {
  const { details, error } = useRecipe(recipeId);
  if (recipeId === undefined) return <OwnForm key="new" start={NO_OWN_FIELDS} />;
  const isGone = error !== undefined || (details && details.origin !== 'own');
  if (!details || isGone) {
    return (
      <>
        <h1 className="hidden">{i18n.t('ui.nav.recipes')}</h1>
        {isGone ? <p>{i18n.t('ui.recipe.gone')}</p> : <Skeleton />}
      </>
    );
  }
  return <OwnForm key={recipeId} start={fieldsOf(details.recipe)} recipeId={recipeId} />;
}
