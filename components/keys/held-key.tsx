import { useState } from 'react';
import { i18n } from '#i18n';
import type { HeldView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeError, message } from '../message';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { KeyLine } from './key-line';
import { UNSAVED } from './stations';

/** A key that the vault could not take, such as when the disk is full: it waits in memory. */
export function HeldKey({ held }: { readonly held: HeldView }) {
  const action = useAction();
  const [tried, setTried] = useState(false);

  const retry = async () => {
    setTried(false);
    setTried(await action.run(() => send('key/save-held', {})));
  };
  return (
    <section className="stack">
      <h1>{i18n.t('ui.held.title')}</h1>
      <KeyLine states={UNSAVED} />
      <Notice tone="amber" title={message(`ui.held.${held.why}`)}>
        <p>{i18n.t('ui.held.lead')}</p>
        <code>{held.redacted}</code>
      </Notice>
      <p>{i18n.t('ui.held.copy')}</p>
      <div className="actions">
        <Button look="primary" first busy={action.busy} onPress={() => void retry()}>
          {i18n.t('ui.held.retry')}
        </Button>
        <output>
          {action.error !== undefined
            ? describeError(action.error)
            : tried && i18n.t('ui.held.still')}
        </output>
      </div>
    </section>
  );
}
