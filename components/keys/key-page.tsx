import { useEffect } from 'react';
import { i18n } from '#i18n';
import type { AppState } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { useAnswer } from '../use-answer';
import { DiscardKey } from './discard';
import { KeyPanel } from './key-panel';
import { KeyRecord } from './key-record';

interface KeyPageProps {
  readonly keyId: string;
  readonly state: AppState;
  /** The address asks for the form of the owner's words. */
  readonly edits: boolean;
}

/** One key with everything that is known of it. */
export function KeyPage({ keyId, state, edits }: KeyPageProps) {
  const { answer: key, error } = useAnswer('key/view', { itemId: keyId });
  const broke = key?.verification?.broke;
  useEffect(() => {
    if (broke === undefined) return undefined;
    // On screen it needs no sign on the toolbar any more; in a tab behind others it still does.
    const look = () => {
      if (document.visibilityState === 'visible') {
        void send('verification/seen', { itemId: keyId }).catch(() => undefined);
      }
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [broke, keyId]);
  if (error !== undefined) {
    return (
      <>
        <Unnamed />
        <Notice tone="red" alert>
          {describeError(error)}
        </Notice>
      </>
    );
  }
  if (!key) {
    return (
      <>
        <Unnamed />
        {key === undefined ? <Skeleton /> : <p>{i18n.t('ui.keys.gone')}</p>}
      </>
    );
  }
  return (
    <>
      <KeyPanel keyView={key} state={state} />
      <KeyRecord keyView={key} editing={edits} />
      {key.kind !== 'practice' && <DiscardKey keyView={key} />}
    </>
  );
}

/** The heading of a key whose name is not known. */
function Unnamed() {
  return <h1 className="hidden">{i18n.t('ui.keys.key')}</h1>;
}
