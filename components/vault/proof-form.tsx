import { useState, type FormEvent, type ReactNode } from 'react';
import { i18n } from '#i18n';
import type { PasskeyView } from '@/lib/domain/views';
import { fieldError } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { useAction } from '../use-action';

/** What the person shows to be asked again. */
export type Proof = { readonly passphrase: string } | { readonly prf: string };

interface ProofFormProps {
  /** What is done, as its button says it. */
  readonly label: string;
  /** Passkeys that will do as well. */
  readonly passkeys: readonly PasskeyView[];
  /** More fields, after the passphrase. */
  readonly children?: ReactNode;
  readonly danger?: boolean;
  /**
   * Looks at the other fields, straight from the press.
   * @returns what is then done with the proof, or undefined when a field says what is wrong
   */
  readonly prepare: () => ((proof: Proof) => Promise<unknown>) | undefined;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Asks again who is there, before the ways into the vault change. */
export function ProofForm(props: ProofFormProps) {
  const platform = usePlatform();
  const action = useAction();
  const [passphrase, setPassphrase] = useState('');
  const [missing, setMissing] = useState(false);
  const here = typeof platform.passkeys === 'object' ? platform.passkeys : undefined;

  const go = async (proof: () => Promise<Proof>) => {
    const work = props.prepare();
    if (!work) return;
    setPassphrase('');
    if (await action.run(async () => work(await proof()))) props.onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(passphrase === '');
    if (passphrase !== '') void go(async () => ({ passphrase }));
  };

  const error = fieldError(missing && i18n.t('ui.unlock.empty'), action.error);
  return (
    <form className="stack" onSubmit={submit}>
      <Field
        label={i18n.t('ui.passphrase.present')}
        value={passphrase}
        onChange={setPassphrase}
        secret
        first
        error={error}
      />
      {props.children}
      <div className="actions">
        <Button look={props.danger ? 'danger' : 'secondary'} submit busy={action.busy}>
          {props.label}
        </Button>
        {here && props.passkeys.length > 0 && (
          <Button
            look="plain"
            disabled={action.busy}
            onPress={() => {
              setMissing(false);
              void go(async () => ({ prf: await here.ask(props.passkeys) }));
            }}
          >
            {i18n.t('ui.passkeys.instead')}
          </Button>
        )}
        <Button look="plain" disabled={action.busy} onPress={props.onCancel}>
          {i18n.t('ui.passphrase.cancel')}
        </Button>
      </div>
    </form>
  );
}
