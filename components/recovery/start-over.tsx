import { useEffect, useState, type FormEvent } from 'react';
import { i18n } from '#i18n';
import type { Stakes } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { lastBackup } from './last-backup';

interface StartOverProps {
  readonly title: string;
  readonly lead: string;
  readonly onCancel: () => void;
  readonly onDone?: () => void;
}

/** Deletes the vault, after it was said what goes with it and a word was typed. */
export function StartOver({ title, lead, onCancel, onDone }: StartOverProps) {
  const action = useAction();
  const [stakes, setStakes] = useState<Stakes>();
  const [typed, setTyped] = useState('');
  const [pressed, setPressed] = useState(false);
  const word = i18n.t('ui.startOver.word');
  const isSure = typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();

  useEffect(() => {
    // A vault that can't be counted can be deleted all the same.
    send('vault/stakes', {}).then(setStakes, () => setStakes(undefined));
  }, []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (isSure && (await action.run(() => send('vault/start-over', { decided: true })))) onDone?.();
  };

  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <h1>{title}</h1>
      <p>{lead}</p>
      <Notice tone="red" title={i18n.t('ui.startOver.lost')}>
        {stakes && (
          <>
            <p>{i18n.t('ui.startOver.keys', stakes.keys)}</p>
            {stakes.destinations > 0 && (
              <p>{i18n.t('ui.startOver.destinations', stakes.destinations)}</p>
            )}
          </>
        )}
        <p>{i18n.t('ui.startOver.rest')}</p>
        {stakes && <p>{lastBackup(stakes)}</p>}
      </Notice>
      <Field
        label={i18n.t('ui.startOver.type', [word])}
        value={typed}
        onChange={setTyped}
        first
        error={pressed && !isSure ? i18n.t('ui.startOver.notTyped', [word]) : undefined}
      />
      {action.error !== undefined && (
        <Notice tone="red" alert>
          {describeError(action.error)}
        </Notice>
      )}
      <div className="actions">
        <Button look="danger" submit busy={action.busy}>
          {i18n.t('ui.startOver.do')}
        </Button>
        <Button look="plain" onPress={onCancel}>
          {i18n.t('ui.startOver.cancel')}
        </Button>
      </div>
    </form>
  );
}
