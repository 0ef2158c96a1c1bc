import { useId, useState, type FormEvent } from 'react';
import { i18n } from '#i18n';
import type { RecipeView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { fieldError } from '../message';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { useAction } from '../use-action';

interface PasteKeyProps {
  readonly recipes: readonly RecipeView[];
  readonly onSaved: () => void;
}

/** The way in for a key that the person has already. */
export function PasteKey({ recipes, onSaved }: PasteKeyProps) {
  const selectId = useId();
  const action = useAction();
  const [text, setText] = useState('');
  const [recipeId, setRecipeId] = useState('');
  const [missing, setMissing] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(text.trim() === '');
    if (text.trim() === '') return;
    const request = recipeId === '' ? { text } : { text, recipeId };
    if (!(await action.run(() => send('key/paste', request)))) return;
    setText('');
    onSaved();
  };

  const error = fieldError(missing && i18n.t('ui.paste.empty'), action.error);
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <h1>{i18n.t('ui.paste.title')}</h1>
      <Field
        label={i18n.t('ui.paste.key')}
        value={text}
        onChange={setText}
        secret
        first
        hint={i18n.t('ui.paste.hint')}
        error={error}
      />
      <div className="field">
        <div className="field-head">
          <label htmlFor={selectId}>{i18n.t('ui.paste.purpose')}</label>
          <span className="quiet">{i18n.t('ui.optional')}</span>
        </div>
        <select
          id={selectId}
          className="input"
          value={recipeId}
          onChange={(event) => setRecipeId(event.target.value)}
        >
          <option value="">{i18n.t('ui.paste.noPurpose')}</option>
          {recipes.map((recipe) => (
            <option key={recipe.id} value={recipe.id}>
              {`${recipe.product} · ${recipe.purpose}`}
            </option>
          ))}
        </select>
      </div>
      <div className="actions">
        <Button look="primary" submit busy={action.busy}>
          {i18n.t('ui.paste.save')}
        </Button>
      </div>
    </form>
  );
}
