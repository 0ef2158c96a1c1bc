import { useState } from 'react';
import { i18n } from '#i18n';
import type { AppState, KeyView } from '@/lib/domain/views';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { StoppedDelivery, UnreadTest } from './delivery-outcome';
import { KeyFacts } from './key-facts';
import { KeyLine } from './key-line';
import { phaseOf } from './phase';
import { deliveryRows, proofRows } from './progress';
import { ProgressRows } from './progress-rows';
import { ProofNotice } from './proof-notice';
import { proofWords, ReceiptDetails } from './receipt-details';
import { SendForm } from './send-form';
import { latestDelivery, stationsOf } from './stations';
import { titleOf } from './words';

interface KeyPanelProps {
  readonly keyView: KeyView;
  readonly state: AppState;
  /** The next action of a delivered key, where there is one. */
  readonly onDone?: () => void;
}

/** One key: where it is on the line, what it needs from the person, and what was proved. */
export function KeyPanel({ keyView, state, onDone }: KeyPanelProps) {
  const [sendingOn, setSendingOn] = useState(false);
  const delivery = latestDelivery(keyView);
  const phase = phaseOf(keyView);
  const destination = state.destinations.find(({ id }) => id === delivery?.destinationId);
  const place = delivery?.label ?? '';
  const choosing = phase === 'ready' || sendingOn;
  return (
    <article className="key-panel">
      <header className="stack">
        <h1>{titleOf(keyView, state.recipes)}</h1>
        <KeyLine states={stationsOf(keyView)} />
        <KeyFacts keyView={keyView} />
      </header>
      {delivery && phase === 'sending' && (
        <ProgressRows
          title={i18n.t('ui.progress.deliver', [place])}
          rows={deliveryRows(delivery)}
          place={place}
        />
      )}
      {delivery?.proof && phase === 'done' && (
        <Notice tone="good">
          <strong>{proofWords(delivery.proof, place)}</strong>
        </Notice>
      )}
      {delivery && phase === 'stopped' && (
        <StoppedDelivery delivery={delivery} destination={destination} />
      )}
      {delivery && phase === 'unread' && <UnreadTest delivery={delivery} />}
      <ProgressRows
        title={i18n.t('ui.progress.prove')}
        rows={proofRows(keyView.verification)}
        place={place}
      />
      <ProofNotice keyView={keyView} />
      {phase === 'sending' && <p className="quiet">{i18n.t('ui.progress.safe')}</p>}
      {delivery?.receipt && phase === 'done' && (
        <ReceiptDetails
          receipt={delivery.receipt}
          place={place}
          organization={keyView.verification?.organization}
        />
      )}
      {choosing && (
        <SendForm
          keyView={keyView}
          destinations={state.destinations}
          onSent={() => setSendingOn(false)}
        />
      )}
      {!choosing && phase !== 'sending' && phase !== 'unread' && (
        <div className="actions">
          {phase === 'done' && onDone && (
            <Button look="primary" first onPress={onDone}>
              {i18n.t('ui.outcome.done')}
            </Button>
          )}
          <Button look="plain" onPress={() => setSendingOn(true)}>
            {i18n.t('ui.send.another')}
          </Button>
        </div>
      )}
    </article>
  );
}
