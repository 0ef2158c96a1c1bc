import { useState } from 'react';
import { i18n } from '#i18n';
import type { AppState, DeliveryView, KeyView } from '@/lib/domain/views';
import { BackupOffer } from '../recovery/backup-offer';
import { Button } from '../ui/button';
import { Copied } from './copied';
import { DeliveryPart } from './delivery-part';
import { isLost, KeyDamage } from './key-damage';
import { KeyFacts } from './key-facts';
import { KeyLine } from './key-line';
import { phaseOf } from './phase';
import { OwnerNotice } from './owner';
import { PracticePanel } from './practice-panel';
import { ProofNotice } from './proof-notice';
import { ProofRows } from './proof-rows';
import { canEdit } from './proof-words';
import { Questions } from './questions';
import { Reveal } from './reveal';
import { KeyLife, OldKey } from './rotation';
import { SendForm } from './send-form';
import { currentDeliveries, stationsOf } from './stations';
import { UsageProof } from './usage-chart';
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
  const deliveries = currentDeliveries(keyView).map(named);
  const phase = phaseOf(keyView);
  const choosing = phase === 'ready' || sendingOn;
  // A delivered and verified key says both in one sentence.
  const proving = phase !== 'done' || verification?.outcome !== 'verified';
  const isWrong =
    phase === 'done' && verification?.state === 'done' && verification.outcome === 'rejected';
  const another = !sendingOn && (
    <Button look="plain" onPress={() => setSendingOn(true)}>
      {i18n.t('ui.send.another')}
    </Button>
  );
  const finish = phase === 'done' && !choosing && (
    <div className="actions">
      {onDone && (
        <Button look={isWrong ? 'plain' : 'primary'} first={!isWrong} onPress={onDone}>
          {i18n.t('ui.outcome.done')}
        </Button>
      )}
      {another}
    </div>
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
  if (keyView.kind === 'practice') return <PracticePanel keyView={keyView} />;
  return (
    <article className="key-panel">
      <header className="stack">
        <h1>{titleOf(keyView, state.recipes)}</h1>
        <KeyLine states={stationsOf(keyView)} />
        <KeyFacts keyView={keyView} />
        <KeyDamage keyView={keyView} />
      </header>
      {deliveries.map((delivery, index) => (
        <DeliveryPart
          key={delivery.id}
          keyView={keyView}
          delivery={delivery}
          destination={state.destinations.find(({ id }) => id === delivery.destinationId)}
          isFirst={index === 0}
        >
          {index === 0 && another}
        </DeliveryPart>
      ))}
      {!isWrong && finish}
      {proving && <ProofRows verification={verification} place={deliveries[0]?.label ?? ''} />}
      <OwnerNotice keyView={keyView} />
      <ProofNotice keyView={keyView} isMain={isWrong && !choosing} />
      {(verification === undefined || verification.state === 'done') && (
        <Questions keyView={keyView} checking={state.checking} />
      )}
      <UsageProof keyView={keyView} />
      <OldKey keyView={keyView} />
      {phase === 'sending' && <p className="quiet">{i18n.t('ui.progress.safe')}</p>}
      {choosing && (
        <SendForm
          keyView={keyView}
          destinations={state.destinations}
          onSent={() => setSendingOn(false)}
        />
      )}
      {isWrong && finish}
      {phase === 'done' && !choosing && (
        <KeyLife keyView={keyView} isReplaced={isWrong && !canEdit(keyView)} />
      )}
      {phase === 'done' && !choosing && <BackupOffer backup={state.backup} />}
      {state.copied?.itemId === keyView.id && <Copied copied={state.copied} />}
      <Reveal itemId={keyView.id} />
    </article>
  );
}

// A delivery outlives its destination, whose name went with it.
function named(delivery: DeliveryView): DeliveryView {
  return delivery.label === '' ? { ...delivery, label: i18n.t('ui.key.removedPlace') } : delivery;
}
