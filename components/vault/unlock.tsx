import { useState, type FormEvent } from 'react';
import { i18n } from '#i18n';
import type { AppState } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { ForgotLink } from '../recovery/links';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';

interface UnlockProps {
  readonly state: AppState;
  /** A backup was read and waits for the vault. */
  readonly restoring?: boolean;
}

/** Opens the vault. */
export function Unlock({ state, restoring = false }: UnlockProps) {
  const action = useAction();
  const [passphrase, setPassphrase] = useState('');
  const [missing, setMissing] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(passphrase === '');
    if (passphrase !== '') void action.run(() => send('vault/unlock', { passphrase }));
  };

  const error = missing
    ? i18n.t('ui.unlock.empty')
    : action.error === undefined
      ? undefined
      : describeError(action.error);
  return (
    <form className="stack" onSubmit={submit}>
      <h1>{i18n.t('ui.unlock.title')}</h1>
      {state.sealedWhileLocked > 0 && (
        <Notice tone="good">{i18n.t('ui.unlock.sealed', state.sealedWhileLocked)}</Notice>
      )}
      <Field
        label={i18n.t('ui.unlock.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        secret
        revealable
        first
        error={error}
      />
      <div className="actions">
        <Button look="primary" submit busy={action.busy}>
          {i18n.t('ui.unlock.unlock')}
        </Button>
      </div>
      {!restoring && <ForgotLink />}
    </form>
  );
}
