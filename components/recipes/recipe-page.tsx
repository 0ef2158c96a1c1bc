import { i18n } from '#i18n';
import { send } from '@/lib/messaging/client';
import type { RecipeDetails } from '@/lib/messaging/recipe-messages';
import { describeError } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { useAction } from '../use-action';
import { NotCatalogue } from './not-catalogue';
import { RecipeWords } from './recipe-words';
import { useRecipe } from './use-recipe';

/** One recipe, and the press that starts its guide. */
export function RecipePage({ recipeId }: { readonly recipeId: string }) {
  const { details, error } = useRecipe(recipeId);
  if (!details || error !== undefined) {
    return (
      <>
        <h1 className="hidden">{i18n.t('ui.nav.recipes')}</h1>
        {error === undefined ? <Skeleton /> : <p>{i18n.t('ui.recipe.gone')}</p>}
      </>
    );
  }
  return (
    <article className="stack">
      <RecipeTitle details={details} />
      <RecipeActions details={details} />
      <RecipeWords details={details} />
    </article>
  );
}

/** What a recipe is called, with its mark. */
export function RecipeTitle({ details }: { readonly details: RecipeDetails }) {
  const { product, purpose } = details.recipe;
  return (
    <header>
      <h1>{`${product} · ${purpose}`}</h1>
      {details.origin !== 'catalogue' && <NotCatalogue />}
    </header>
  );
}

function RecipeActions({ details: { recipe, origin } }: { readonly details: RecipeDetails }) {
  const platform = usePlatform();
  const action = useAction();
  const { id } = recipe;
  const start = () => void action.run(() => send('guide/start', { recipeId: id }));
  const remove = async () => {
    if (await action.run(() => send('recipe/remove', { recipeId: id }))) {
      platform.openApp('#recipes');
    }
  };
  return (
    <>
      <div className="actions">
        <Button look="primary" first busy={action.busy} onPress={start}>
          {i18n.t('ui.recipe.start')}
        </Button>
        {origin === 'own' && (
          <Button onPress={() => platform.openApp(`#recipes/${id}/edit`)}>
            {i18n.t('ui.recipe.change')}
          </Button>
        )}
        {origin !== 'catalogue' && (
          <Button onPress={() => void remove()}>{i18n.t('ui.recipe.remove')}</Button>
        )}
      </div>
      {action.error !== undefined && (
        <Notice tone="red" alert>
          {describeError(action.error)}
        </Notice>
      )}
    </>
  );
}
