import { i18n } from '#i18n';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';

/** Kept recipes that can't be read: said, and removed only by the person. */
export function DamagedRecipes({ ids }: { readonly ids: readonly string[] }) {
  const action = useAction();
  return (
    <Notice tone="amber" title={i18n.t('ui.recipe.damaged', ids.length)}>
      <p>{i18n.t('ui.recipe.damagedWhy')}</p>
      {action.error !== undefined && <p role="alert">{describeError(action.error)}</p>}
      <div className="actions">
        {ids.map((recipeId) => (
          <Button
            key={recipeId}
            busy={action.busy}
            onPress={() => void action.run(() => send('recipe/remove', { recipeId }))}
          >
            {i18n.t('ui.recipe.removeDamaged', [recipeId])}
          </Button>
        ))}
      </div>
    </Notice>
  );
}
