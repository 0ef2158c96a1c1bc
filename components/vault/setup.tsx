import { useState, type FormEvent } from 'react';
import { i18n } from '#i18n';
import type { AppState } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { KeyLine } from '../keys/key-line';
import { UNSAVED } from '../keys/stations';
import { describeCode, describeError } from '../message';
import { RestoreLink } from '../recovery/links';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { SHORTEST_PASSPHRASE } from '@/lib/domain/passphrase';
import { strengthOf } from './strength';

interface SetupProps {
  readonly state: AppState;
  /** A backup was read and waits for the vault. */
  readonly restoring?: boolean;
}

/** Creates the vault. If a key is held for it, that comes first. */
export function Setup({ state, restoring = false }: SetupProps) {
  const action = useAction();
  const [passphrase, setPassphrase] = useState('');
  const [repeat, setRepeat] = useState('');
  const [pressed, setPressed] = useState(false);
  const tooShort = passphrase.length < SHORTEST_PASSPHRASE;
  const different = repeat !== passphrase;
  const next = state.recipes.find(({ id }) => id === state.pendingRecipeId);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (tooShort || different) return;
    void action.run(() => send('vault/create', { passphrase }));
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
      <Field
        label={i18n.t('ui.setup.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        secret
        revealable
        first
        hint={<StrengthHint passphrase={passphrase} />}
        error={tooShort && pressed ? describeCode('weak_passphrase', []) : undefined}
      />
      <Field
        label={i18n.t('ui.setup.repeat')}
        value={repeat}
        onChange={setRepeat}
        secret
        error={different && !tooShort && pressed ? i18n.t('ui.setup.different') : undefined}
      />
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

function StrengthHint({ passphrase }: { readonly passphrase: string }) {
  const strength = strengthOf(passphrase);
  return (
    <span className="strength" data-strength={strength}>
      <span className="strength-bar" aria-hidden="true" />
      <span aria-live="polite">{strengthWords(passphrase)}</span>
    </span>
  );
}

function strengthWords(passphrase: string): string {
  switch (strengthOf(passphrase)) {
    case 'empty':
      return i18n.t('ui.strength.empty');
    case 'short':
      return i18n.t('ui.strength.short', SHORTEST_PASSPHRASE - passphrase.length);
    case 'weak':
      return i18n.t('ui.strength.weak');
    case 'fair':
      return i18n.t('ui.strength.fair');
    case 'strong':
      return i18n.t('ui.strength.strong');
  }
}
