import { useEffect, useRef, useState, type FormEvent } from 'react';
import { i18n } from '#i18n';
import type { AppState } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { fieldError, isCode } from '../message';
import { usePlatform } from '../platform';
import { ForgotLink } from '../recovery/links';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { useSecondsUntil } from '../use-seconds';
import { Wait } from './wait';

interface UnlockProps {
  readonly state: AppState;
  /** A backup was read and waits for the vault. */
  readonly restoring?: boolean;
  /** The person has asked for the passkey already, where it could not be used. */
  readonly byPasskey?: boolean;
}

/** Opens the vault. */
export function Unlock({ state, restoring = false, byPasskey = false }: UnlockProps) {
  const { passkeys, openApp } = usePlatform();
  const action = useAction();
  const [passphrase, setPassphrase] = useState('');
  const [missing, setMissing] = useState(false);
  const left = useSecondsUntil(state.nextTryAt);
  const hasPasskey = passkeys !== undefined && state.passkeys.length > 0;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(passphrase === '');
    if (passphrase === '' || left > 0) return;
    setPassphrase('');
    void action.run(() => send('vault/unlock', { passphrase }));
  };
  const usePasskey = () => {
    setMissing(false);
    if (passkeys === 'in-app') openApp('#unlock');
    else if (passkeys) {
      void action.run(async () => {
        const prf = await passkeys.ask(state.passkeys);
        await send('vault/unlock', { prf });
        if (byPasskey) openApp('#keys');
      });
    }
  };

  const started = useRef(false);
  useEffect(() => {
    if (!byPasskey || !hasPasskey || left > 0 || started.current) return;
    started.current = true;
    usePasskey();
  });

  // The wait is said while it lasts, and only then.
  const failed = isCode(action.error, 'too_many_tries') ? undefined : action.error;
  const error = fieldError(missing && i18n.t('ui.unlock.empty'), failed);
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
      {left > 0 && <Wait seconds={left} />}
      <div className="actions">
        <Button look="primary" submit busy={action.busy} disabled={left > 0}>
          {i18n.t('ui.unlock.unlock')}
        </Button>
        {hasPasskey && (
          <Button disabled={left > 0 || action.busy} onPress={usePasskey}>
            {i18n.t('ui.unlock.passkey')}
          </Button>
        )}
      </div>
      {!restoring && <ForgotLink />}
    </form>
  );
}
