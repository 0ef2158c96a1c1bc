import { useState } from 'react';
import { i18n } from '#i18n';
import type { AppState, DeliveryView, KeyView } from '@/lib/domain/views';
import { BackupOffer } from '../recovery/backup-offer';
import { Button } from '../ui/button';
import { Copied } from './copied';
import { StoppedDelivery, UnreadTest } from './delivery-outcome';
import { Delivered } from './delivered';
import { isLost, KeyDamage } from './key-damage';
import { KeyFacts } from './key-facts';
import { KeyLine } from './key-line';
import { phaseOf } from './phase';
import { deliveryRows, proofRows } from './progress';
import { ProgressRows } from './progress-rows';
import { ProofNotice } from './proof-notice';
import { Reveal } from './reveal';
import { KeyLife, OldKey } from './rotation';
import { SaveFile } from './save-file';
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
  const { verification } = keyView;
  const delivery = named(latestDelivery(keyView));
  const phase = phaseOf(keyView);
  const file = state.destinations.find(
    ({ id, adapter }) => id === delivery?.destinationId && adapter === 'file',
  );
  const choosing = phase === 'ready' || sendingOn;
  // A delivered and verified key says both in one sentence.
  const proving = phase !== 'done' || verification?.outcome !== 'verified';
  const another = !sendingOn && (
    <Button look="plain" onPress={() => setSendingOn(true)}>
      {i18n.t('ui.send.another')}
    </Button>
  );
  if (isLost(keyView)) {
    return (
      <article className="key-panel">
        <h1>{titleOf(keyView, state.recipes)}</h1>
        <KeyFacts keyView={keyView} />
        <KeyDamage keyView={keyView} />
      </article>
    );
  }
  return (
    <article className="key-panel">
      <header className="stack">
        <h1>{titleOf(keyView, state.recipes)}</h1>
        <KeyLine states={stationsOf(keyView)} />
        <KeyFacts keyView={keyView} />
        <KeyDamage keyView={keyView} />
      </header>
      {delivery && phase === 'sending' && file && (
        <SaveFile delivery={delivery} isPlain={file.isPlain === true} />
      )}
      {delivery && phase === 'sending' && !file && (
        <ProgressRows
          title={i18n.t('ui.progress.deliver', [delivery.label])}
          rows={deliveryRows(delivery)}
          place={delivery.label}
        />
      )}
      {delivery && phase === 'stopped' && (
        <StoppedDelivery
          delivery={delivery}
          destination={state.destinations.find(({ id }) => id === delivery.destinationId)}
        >
          {another}
        </StoppedDelivery>
      )}
      {delivery && phase === 'unread' && <UnreadTest delivery={delivery} />}
      {delivery && phase === 'done' && <Delivered keyView={keyView} delivery={delivery} />}
      {proving && (
        <ProgressRows
          title={i18n.t('ui.progress.prove')}
          rows={proofRows(verification)}
          place={delivery?.label ?? ''}
        />
      )}
      <ProofNotice keyView={keyView} />
      <OldKey keyView={keyView} />
      {phase === 'sending' && <p className="quiet">{i18n.t('ui.progress.safe')}</p>}
      {choosing && (
        <SendForm
          keyView={keyView}
          destinations={state.destinations}
          onSent={() => setSendingOn(false)}
        />
      )}
      {phase === 'done' && !choosing && (
        <div className="actions">
          {onDone && (
            <Button look="primary" first onPress={onDone}>
              {i18n.t('ui.outcome.done')}
            </Button>
          )}
          {another}
        </div>
      )}
      {phase === 'done' && !choosing && <KeyLife keyView={keyView} />}
      {phase === 'done' && !choosing && <BackupOffer backup={state.backup} />}
      {state.copied?.itemId === keyView.id && <Copied copied={state.copied} />}
      <Reveal itemId={keyView.id} />
    </article>
  );
}

// A delivery outlives its destination, whose name went with it.
function named(delivery: DeliveryView | undefined): DeliveryView | undefined {
  if (delivery === undefined || delivery.label !== '') return delivery;
  return { ...delivery, label: i18n.t('ui.key.removedPlace') };
}
