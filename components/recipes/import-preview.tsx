import { useState } from 'react';
import { i18n } from '#i18n';
import { send } from '@/lib/messaging/client';
import type { LintFinding, RecipeDetails } from '@/lib/messaging/recipe-messages';
import { describeError } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import type { RecipeText } from './import-sources';
import { FindingTable } from './import-problems';
import { RecipeTitle } from './recipe-page';
import { RecipeWords } from './recipe-words';
import { SecondDecision } from './second-decision';

interface ImportPreviewProps {
  readonly source: RecipeText;
  readonly details: RecipeDetails;
  readonly doubts: readonly LintFinding[];
  readonly onCancel: () => void;
}

/** What a recipe says before it is imported, and what it asks beyond the catalogue. */
export function ImportPreview({ source, details, doubts, onCancel }: ImportPreviewProps) {
  const platform = usePlatform();
  const action = useAction();
  const [decided, setDecided] = useState(false);

  const press = async () => {
    let recipeId = '';
    const { text, from } = source;
    const request = { text, secondDecision: decided, ...(from === undefined ? {} : { from }) };
    const done = await action.run(async () => {
      ({ recipeId } = await send('recipe/import', request));
    });
    if (done) platform.openApp(`#recipes/${recipeId}`);
  };

  return (
    <article className="stack">
      <RecipeTitle details={details} />
      <p className="quiet">{i18n.t('ui.import.preview')}</p>
      <Beyond details={details} />
      {doubts.length > 0 && (
        <Notice tone="amber" title={i18n.t('ui.import.doubts')}>
          <FindingTable findings={doubts} reason={i18n.t('ui.fact.why')} />
        </Notice>
      )}
      <RecipeWords details={details} />
      {details.secondDecision && (
        <SecondDecision details={details} decided={decided} onDecide={setDecided} />
      )}
      {action.error !== undefined && (
        <Notice tone="red" title={i18n.t('ui.import.nothing')} alert>
          {describeError(action.error)}
        </Notice>
      )}
      <div className="actions">
        <Button
          look="primary"
          busy={action.busy}
          disabled={details.secondDecision && !decided}
          onPress={() => void press()}
        >
          {i18n.t('ui.import.do')}
        </Button>
        <Button onPress={onCancel}>{i18n.t('ui.import.cancel')}</Button>
      </div>
    </article>
  );
}

function Beyond({ details: { recipe, nearest, beyond } }: { readonly details: RecipeDetails }) {
  if (!nearest) return null;
  const than = `${nearest.product} · ${nearest.purpose}`;
  if (beyond.length === 0) {
    return <Notice tone="plain">{i18n.t('ui.import.notBeyond', [than])}</Notice>;
  }
  return (
    <Notice tone="amber" title={i18n.t('ui.import.beyondTitle', [than])}>
      <ul>
        {beyond.map((each) => (
          <li key={each.row}>
            {each.than === undefined
              ? i18n.t('ui.import.beyond', [each.row, each.choice])
              : i18n.t('ui.import.beyondThan', [each.row, each.choice, each.than])}
          </li>
        ))}
      </ul>
      <p>{i18n.t('ui.import.lookTwice', [recipe.product])}</p>
    </Notice>
  );
}
