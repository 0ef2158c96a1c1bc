import { useState, type ReactNode } from 'react';
import { i18n } from '#i18n';
import { isGuessable, SHORTEST_PASSPHRASE } from '@/lib/domain/passphrase';
import { describeCode } from '../message';
import { Field } from '../ui/field';
import { strengthOf } from './strength';

/** Two fields for a passphrase that is new, and the way to take what was typed. */
interface NewPassphrase {
  readonly fields: ReactNode;
  /** The passphrase, which is in no field and no state afterwards; undefined when the fields say what is wrong. */
  readonly take: () => string | undefined;
}

/** Asks for a new passphrase, twice. `first`: it has the focus when the view appears. */
export function useNewPassphrase(first: boolean): NewPassphrase {
  const [passphrase, setPassphrase] = useState('');
  const [repeat, setRepeat] = useState('');
  const [pressed, setPressed] = useState(false);
  const weak = isGuessable(passphrase);
  const different = repeat !== passphrase;

  const take = () => {
    setPressed(weak || different);
    if (weak || different) return undefined;
    setPassphrase('');
    setRepeat('');
    return passphrase;
  };
  const fields = (
    <>
      <Field
        label={i18n.t(first ? 'ui.setup.passphrase' : 'ui.passphrase.new')}
        value={passphrase}
        onChange={setPassphrase}
        secret
        revealable
        first={first}
        hint={<StrengthHint passphrase={passphrase} />}
        error={weak && pressed ? describeCode('weak_passphrase', []) : undefined}
      />
      <Field
        label={i18n.t(first ? 'ui.setup.repeat' : 'ui.passphrase.repeat')}
        value={repeat}
        onChange={setRepeat}
        secret
        reason={different && !weak ? i18n.t('ui.setup.different') : undefined}
        asked={pressed}
      />
    </>
  );
  return { fields, take };
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
