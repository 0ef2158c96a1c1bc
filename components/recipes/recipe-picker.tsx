import { useState } from 'react';
import { i18n } from '#i18n';
import type { RecipeView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { usePlatform } from '../platform';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { Row } from '../ui/row';
import { useAction } from '../use-action';
import { matching } from './matching';

// Below this the list is read faster than a search is typed.
const SEARCH_FROM = 7;

/** What a key can be for. A press starts the guide in OpenAI's page and gives way to it. */
export function RecipePicker({ recipes }: { readonly recipes: readonly RecipeView[] }) {
  const platform = usePlatform();
  const action = useAction();
  const [query, setQuery] = useState('');
  const [started, setStarted] = useState<string>();
  const searchable = recipes.length >= SEARCH_FROM;
  const shown = searchable ? matching(recipes, query) : recipes;

  const start = async (recipeId: string) => {
    setStarted(recipeId);
    if (await action.run(() => send('guide/start', { recipeId }))) platform.leave();
  };

  return (
    <div className="stack">
      {searchable && (
        <Field label={i18n.t('ui.home.search')} value={query} onChange={setQuery} first />
      )}
      {action.error !== undefined && (
        <Notice tone="red" alert>
          {describeError(action.error)}
        </Notice>
      )}
      <p className="hidden" aria-live="polite">
        {query && i18n.t('ui.home.results', shown.length)}
      </p>
      {shown.length === 0 && <p>{i18n.t('ui.home.noMatch', [query])}</p>}
      <ul className="rows">
        {shown.map((recipe, index) => (
          <Row
            key={recipe.id}
            name={`${recipe.product} ${recipe.purpose}`}
            title={recipe.product}
            detail={recipe.purpose}
            busy={action.busy && started === recipe.id}
            first={!searchable && index === 0}
            onPress={() => void start(recipe.id)}
          />
        ))}
      </ul>
    </div>
  );
}
