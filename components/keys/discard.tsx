import { useState } from 'react';
import { i18n } from '#i18n';
import type { DiscardedView, KeyView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Undoable } from '../ui/undoable';
import { useAction } from '../use-action';

/** Takes a key out of the vault: asks first, says what that does not do. */
export function DiscardKey({ keyView }: { readonly keyView: KeyView }) {
  const { openApp } = usePlatform();
  const action = useAction();
  const [asked, setAsked] = useState(false);
  const discard = async () => {
    if (await action.run(() => send('key/discard', { itemId: keyView.id }))) openApp('#keys');
  };
  if (!asked) {
    return (
      <div className="actions">
        <Button look="plain" onPress={() => setAsked(true)}>
          {i18n.t('ui.discard.discard')}
        </Button>
      </div>
    );
  }
  return (
    <Notice tone="amber" title={i18n.t('ui.discard.sure', [keyView.redacted])} alert>
      <p>{i18n.t('ui.discard.what')}</p>
      {action.error !== undefined && <p role="alert">{describeError(action.error)}</p>}
      <div className="actions">
        <Button first onPress={() => setAsked(false)}>
          {i18n.t('ui.discard.keep')}
        </Button>
        <Button look="danger" busy={action.busy} onPress={() => void discard()}>
          {i18n.t('ui.discard.discard')}
        </Button>
      </div>
    </Notice>
  );
}

/** The keys that were discarded, each with the way back. */
export function Discarded({ keys }: { readonly keys: readonly DiscardedView[] }) {
  const done = keys.map(({ id, redacted, product }) => ({
    id,
    words: i18n.t('ui.discard.done', [product ? `${redacted} (${product})` : redacted]),
  }));
  return <Undoable done={done} onUndo={(itemId) => send('key/restore', { itemId })} />;
}
