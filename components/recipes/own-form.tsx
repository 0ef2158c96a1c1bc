import { useState, type FormEvent } from 'react';
import { flushSync } from 'react-dom';
import { i18n } from '#i18n';
import { send } from '@/lib/messaging/client';
import { describeError, kindWords, message } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { chosenRows, ownOf, ownReasonsOf, type OwnFields } from './own-fields';
import { OwnMatrix } from './own-matrix';
import { OwnText } from './own-text';
import { wideWords } from './wide-words';

interface OwnFormProps {
  readonly start: OwnFields;
  /** The recipe that changes; a new one without it. */
  readonly recipeId?: string;
}

/** Makes a recipe of one's own: what the key is for, and the least that it may do. */
export function OwnForm({ start, recipeId }: OwnFormProps) {
  const platform = usePlatform();
  const action = useAction();
  const [fields, setFields] = useState(start);
  const [pressed, setPressed] = useState(false);
  const reasons = ownReasonsOf(fields);
  const wide = wideWords({ ...fields, rows: chosenRows(fields) });

  const change = (part: Partial<OwnFields>) => setFields((before) => ({ ...before, ...part }));
  const reasonOf = (field: keyof OwnFields) => {
    const reason = reasons[field];
    return reason && message(`ui.ownReason.${reason}`);
  };
  const text = {
    fields,
    onChange: change,
    reasonOf,
    asked: pressed,
  };
  const save = async () => {
    let saved = '';
    const request = { recipe: ownOf(fields), ...(recipeId === undefined ? {} : { recipeId }) };
    const done = await action.run(async () => {
      saved = (await send('recipe/save', request)).recipeId;
    });
    if (done) platform.openApp(`#recipes/${saved}`);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    flushSync(() => setPressed(true));
    if (Object.keys(reasons).length === 0) void save();
    else form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };

  return (
    <form className="stack" onSubmit={submit}>
      <h1>{recipeId === undefined ? i18n.t('ui.own.title') : i18n.t('ui.own.changeTitle')}</h1>
      <OwnText {...text} field="product" first hint={i18n.t('ui.own.productHint')} />
      <OwnText {...text} field="purpose" hint={i18n.t('ui.own.purposeHint')} />
      <Choice
        legend={i18n.t('ui.own.kind')}
        value={fields.kind}
        onChange={(kind) => change({ kind: kind as OwnFields['kind'] })}
        options={(['project', 'admin'] as const).map((kind) => ({
          value: kind,
          title: kindWords(kind),
          detail: message(`ui.own.${kind}`),
        }))}
      />
      <Choice
        legend={i18n.t('ui.own.permission')}
        value={fields.permission}
        onChange={(value) => change({ permission: value as OwnFields['permission'] })}
        options={[
          option('restricted', i18n.t('ui.own.restrictedHint')),
          option('read-only', i18n.t('ui.own.readOnlyHint')),
          option('all', i18n.t('ui.own.allHint')),
        ]}
      />
      {fields.permission === 'restricted' && (
        <OwnMatrix
          fields={fields}
          onChange={change}
          error={pressed ? reasonOf('rows') : undefined}
        />
      )}
      {wide && (
        <Notice tone="amber" title={i18n.t('ui.own.wide')}>
          {wide}
        </Notice>
      )}
      <OwnText {...text} field="reason" hint={i18n.t('ui.own.reasonHint')} />
      <OwnText {...text} field="place" hint={i18n.t('ui.own.placeHint')} />
      <OwnText {...text} field="name" hint={i18n.t('ui.own.nameHint', ['{date}'])} />
      <OwnText {...text} field="expires" hint={i18n.t('ui.own.expiresHint')} optional />
      {action.error !== undefined && (
        <Notice tone="red" alert>
          {describeError(action.error)}
        </Notice>
      )}
      <div className="actions">
        <Button look="primary" submit busy={action.busy}>
          {i18n.t('ui.own.save')}
        </Button>
      </div>
    </form>
  );
}

function option(value: OwnFields['permission'], detail: string) {
  return { value, title: message(`ui.permission.${value}`), detail };
}
