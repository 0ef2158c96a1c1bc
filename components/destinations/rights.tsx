import { useState } from 'react';
import { i18n } from '#i18n';
import { message } from '../message';
import { Button } from '../ui/button';
import type { DestinationForm, Typed } from './forms/form';

interface RightsProps {
  readonly form: DestinationForm;
  readonly typed: Typed;
}

/** What to give the account that Keyferry uses there, ready to paste, and what is safer than what was typed. */
export function Rights({ form, typed }: RightsProps) {
  const text = form.rights?.(typed);
  return (
    <section className="policy stack">
      {text !== undefined && (
        <>
          <h3>{i18n.t('ui.form.rights')}</h3>
          <p className="quiet">{message(`ui.rights.${form.adapter}`)}</p>
          <pre>{text}</pre>
          <Copy text={text} name={i18n.t('ui.form.copyRights')} />
        </>
      )}
      {text === undefined && <p className="quiet">{message(`ui.rights.${form.adapter}`)}</p>}
      {form.lasting?.(typed) && <p>{message(`ui.lasting.${form.adapter}`)}</p>}
    </section>
  );
}

/** A button that copies a text which is no secret, and says so. */
export function Copy({ text, name }: { readonly text: string; readonly name: string }) {
  const [copied, setCopied] = useState<string>();
  return (
    <div className="actions">
      <Button onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(text))}>
        {name}
      </Button>
      <span className="quiet" aria-live="polite">
        {copied === text && i18n.t('ui.form.copied')}
      </span>
    </div>
  );
}
