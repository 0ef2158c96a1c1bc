import { useState, type FormEvent } from 'react';
import { i18n } from '#i18n';
import type { AppState } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { KeyLine } from '../keys/key-line';
import { UNSAVED } from '../keys/stations';
import { describeError } from '../message';
import { usePlatform } from '../platform';
import { RestoreLink } from '../recovery/links';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { useNewPassphrase } from './new-passphrase';

interface SetupProps {
  readonly state: AppState;
  /** A backup was read and waits for the vault. */
  readonly restoring?: boolean;
}

/** Creates the vault. If a key is held for it, that comes first. */
export function Setup({ state, restoring = false }: SetupProps) {
  const { passkeys, openApp } = usePlatform();
  const action = useAction();
  const { fields, take } = useNewPassphrase(true);
  const [alsoPasskey, setAlsoPasskey] = useState(false);
  const next = state.recipes.find(({ id }) => id === state.pendingRecipeId);
  // What waits for the vault comes first: a passkey can be added later.
  const offersPasskey = passkeys !== undefined && !next && !state.held && !restoring;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const passphrase = take();
    if (passphrase === undefined) return;
    void action.run(async () => {
      if (!offersPasskey || !alsoPasskey) return send('vault/create', { passphrase });
      if (passkeys === 'in-app') {
        await send('vault/create', { passphrase });
        openApp('#settings/passkeys');
        return;
      }
      // Made first: where that fails the form is still here to say so.
      const passkey = await passkeys.make([]);
      await send('vault/create', { passphrase });
      await send('vault/add-passkey', { proof: { passphrase }, passkey });
    });
  };

  return (
    <form className="stack" onSubmit={submit}>
      <h1>{i18n.t('ui.setup.title')}</h1>
      {state.held && (
        <>
          <KeyLine states={UNSAVED} />
          <Notice tone="amber" title={i18n.t('ui.setup.heldTitle')}>
            <p>{i18n.t('ui.setup.held')}</p>
            <code>{state.held.redacted}</code>
          </Notice>
        </>
      )}
      <p>{i18n.t('ui.setup.lead')}</p>
      {fields}
      {offersPasskey && (
        <Check
          label={i18n.t('ui.passkeys.also')}
          detail={i18n.t(passkeys === 'in-app' ? 'ui.passkeys.alsoInApp' : 'ui.passkeys.alsoHere')}
          checked={alsoPasskey}
          onChange={setAlsoPasskey}
        />
      )}
      <Notice tone="plain">{i18n.t('ui.setup.forgotten')}</Notice>
      {action.error !== undefined && (
        <Notice tone="red" alert>
          {describeError(action.error)}
        </Notice>
      )}
      <div className="actions">
        <Button look="primary" submit busy={action.busy}>
          {i18n.t('ui.setup.create')}
        </Button>
        {next && (
          <span className="quiet">
            {i18n.t('ui.setup.next', [`${next.product} ${next.purpose}`])}
          </span>
        )}
      </div>
      {!restoring && <RestoreLink />}
    </form>
  );
}
