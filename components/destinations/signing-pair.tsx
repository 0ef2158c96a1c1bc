import { useState } from 'react';
import { i18n } from '#i18n';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { Copy } from './rights';

/** Makes a pair for signing: the secret half goes into the form, the public one to the receiver. */
export function SigningPair({ onSecret }: { readonly onSecret: (secret: string) => void }) {
  const action = useAction();
  const [publicKey, setPublicKey] = useState<string>();
  const make = () =>
    void action.run(async () => {
      const pair = await send('destination/webhook-pair', {});
      setPublicKey(pair.publicKey);
      onSecret(pair.secret);
    });
  return (
    <section className="stack" aria-live="polite">
      <div className="actions">
        <Button busy={action.busy} onPress={make}>
          {i18n.t('ui.form.makePair')}
        </Button>
      </div>
      {action.error !== undefined && (
        <Notice tone="red" alert>
          {describeError(action.error)}
        </Notice>
      )}
      {publicKey !== undefined && (
        <Notice tone="plain" title={i18n.t('ui.form.publicKey')}>
          <p>{i18n.t('ui.form.publicKeyHint')}</p>
          <p>
            <code>{publicKey}</code>
          </p>
          <Copy text={publicKey} name={i18n.t('ui.form.copyPublicKey')} />
        </Notice>
      )}
    </section>
  );
}
