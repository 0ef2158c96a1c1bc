import { useId } from 'react';
import { i18n } from '#i18n';
import type { RecipeDetails } from '@/lib/messaging/recipe-messages';
import { Notice } from '../ui/notice';
import { wideWords } from './wide-words';

interface SecondDecisionProps {
  readonly details: RecipeDetails;
  readonly decided: boolean;
  readonly onDecide: (decided: boolean) => void;
}

/** The decision on far-reaching rights, apart from the one to import. */
export function SecondDecision({ details, decided, onDecide }: SecondDecisionProps) {
  const id = useId();
  return (
    <Notice tone="red" title={i18n.t('ui.import.decideTitle')}>
      <p id={`${id}-what`}>{wideWords(details.recipe.key)}</p>
      <label className="tick" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={decided}
          aria-describedby={`${id}-what`}
          onChange={(event) => onDecide(event.target.checked)}
        />
        {i18n.t('ui.import.decide')}
      </label>
    </Notice>
  );
}
