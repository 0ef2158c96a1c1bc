import { useState, type FormEvent } from 'react';
import { i18n } from '#i18n';
import type { AppState } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeError, kindWords, message } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { moveByArrows } from './arrows';
import { grouped, matching } from './matching';
import { RecipeRows } from './recipe-rows';

const RECENT = 3;

interface RecipePickerProps {
  readonly state: Pick<AppState, 'recipes' | 'recentRecipeIds'>;
  readonly onHave: () => void;
}

/** What a key can be for. A press starts the guide in OpenAI's page and gives way to it. */
export function RecipePicker({ state, onHave }: RecipePickerProps) {
  const platform = usePlatform();
  const action = useAction();
  const [query, setQuery] = useState('');
  const [started, setStarted] = useState<string>();
  const searching = query.trim() !== '';
  const shown = matching(state.recipes, query, kindWords);
  const { recent, groups } = grouped(
    shown,
    searching ? [] : state.recentRecipeIds.slice(0, RECENT),
  );
  const [first] = searching ? groups.flatMap(({ recipes }) => recipes) : [];
  const busyId = action.busy ? started : undefined;

  const start = async (recipeId: string) => {
    setStarted(recipeId);
    if (await action.run(() => send('guide/start', { recipeId }))) platform.leave();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (first) void start(first.id);
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys reach it from its field and rows
    <form className="stack picker" onSubmit={submit} onKeyDown={moveByArrows}>
      <Field
        label={i18n.t('ui.home.search', state.recipes.length)}
        value={query}
        onChange={setQuery}
        first
      />
      {action.error !== undefined && (
        <Notice tone="red" alert>
          {describeError(action.error)}
        </Notice>
      )}
      <p className="hidden" aria-live="polite">
        {searching && i18n.t('ui.home.results', shown.length)}
      </p>
      {shown.length === 0 ? (
        <p>{i18n.t('ui.home.noMatch', [query.trim()])}</p>
      ) : (
        <div className="picker-list" data-searching={searching}>
          <RecipeRows
            title={i18n.t('ui.recipe.recent')}
            recipes={recent}
            busyId={busyId}
            onPress={(id) => void start(id)}
          />
          {groups.map(({ origin, recipes }) => (
            <RecipeRows
              key={origin}
              title={message(`ui.recipe.${origin}`)}
              recipes={recipes}
              busyId={busyId}
              onPress={(id) => void start(id)}
            />
          ))}
        </div>
      )}
      <div className="actions">
        <Button look="plain" onPress={onHave}>
          {i18n.t('ui.home.have')}
        </Button>
        <Button look="plain" onPress={() => platform.openApp('#recipes/new')}>
          {i18n.t('ui.recipe.make')}
        </Button>
      </div>
    </form>
  );
}
