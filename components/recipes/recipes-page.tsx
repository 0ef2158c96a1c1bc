import { useState } from 'react';
import { i18n } from '#i18n';
import type { AppState } from '@/lib/domain/views';
import { kindWords, message } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { moveByArrows } from './arrows';
import { DamagedRecipes } from './damaged-recipes';
import { grouped, matching } from './matching';
import { RecipeRows } from './recipe-rows';

/** Every recipe, and the ways to more. */
export function RecipesPage({ state }: { readonly state: AppState }) {
  const platform = usePlatform();
  const [query, setQuery] = useState('');
  const shown = matching(state.recipes, query, kindWords);
  const open = (id: string) => platform.openApp(`#recipes/${encodeURIComponent(id)}`);
  const noneOwn = state.recipes.every(({ origin }) => origin === 'catalogue');
  return (
    <section className="stack">
      <header className="page-head">
        <div>
          <h1>{i18n.t('ui.nav.recipes')}</h1>
          <p className="quiet">{i18n.t('ui.recipe.lead')}</p>
        </div>
        <div className="actions">
          <Button onPress={() => platform.openApp('#recipes/new')}>
            {i18n.t('ui.recipe.make')}
          </Button>
          <Button onPress={() => platform.openApp('#recipes/import')}>
            {i18n.t('ui.recipe.import')}
          </Button>
        </div>
      </header>
      {state.damagedRecipeIds.length > 0 && <DamagedRecipes ids={state.damagedRecipeIds} />}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys reach it from its field and rows */}
      <div className="stack" onKeyDown={moveByArrows}>
        <Field
          label={i18n.t('ui.home.search', state.recipes.length)}
          value={query}
          onChange={setQuery}
          first
        />
        <p className="hidden" aria-live="polite">
          {query.trim() && i18n.t('ui.home.results', shown.length)}
        </p>
        {shown.length === 0 && <p>{i18n.t('ui.recipe.none', [query.trim()])}</p>}
        {grouped(shown, []).groups.map(({ origin, recipes }) => (
          <RecipeRows
            key={origin}
            title={message(`ui.recipe.${origin}`)}
            recipes={recipes}
            onPress={open}
          />
        ))}
      </div>
      {noneOwn && <p className="quiet">{i18n.t('ui.recipe.noneOwn')}</p>}
    </section>
  );
}
