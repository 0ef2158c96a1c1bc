import { i18n } from '#i18n';
import { PRACTICE_FILE, PRACTICE_PLACE } from '@/lib/domain/practice';
import type { DestinationView, KeyView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { message } from '../message';
import { usePlatform } from '../platform';
import { ActionError } from '../ui/action-error';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { DeliveryPart } from './delivery-part';
import { KeyFacts } from './key-facts';
import { KeyLine } from './key-line';
import { phaseOf } from './phase';
import { SendForm } from './send-form';
import { currentDeliveries, stationsOf } from './stations';
import { titleOf } from './words';

/** A key of the practice on the same way as a real one, up to the proof, which is skipped. */
export function PracticePanel({ keyView }: { readonly keyView: KeyView }) {
  const { openApp } = usePlatform();
  const action = useAction();
  const phase = phaseOf(keyView);
  const place = practicePlace();
  const discard = async () => {
    if (await action.run(() => send('key/discard', { itemId: keyView.id }))) openApp('#keys');
  };
  return (
    <article className="key-panel">
      <header className="stack">
        <h1>{titleOf(keyView, [])}</h1>
        <KeyLine states={stationsOf(keyView)} />
        <KeyFacts keyView={keyView} />
      </header>
      {phase !== 'done' &&
        currentDeliveries(keyView).map((delivery) => (
          <DeliveryPart
            key={delivery.id}
            keyView={keyView}
            delivery={{ ...delivery, label: place.label }}
            destination={place}
            isFirst
          />
        ))}
      {phase === 'done' && (
        <Notice tone="good" title={i18n.t('ui.practice.inFile', [PRACTICE_FILE.name])}>
          {i18n.t('ui.practice.opens', [PRACTICE_FILE.passphrase, PRACTICE_FILE.name])}
        </Notice>
      )}
      {keyView.verification !== undefined && (
        <Notice tone="plain" title={i18n.t('ui.practice.skipped')}>
          {message('verification.practice')}
        </Notice>
      )}
      {phase === 'ready' && <SendForm keyView={keyView} destinations={[place]} />}
      {phase === 'done' && (
        <section>
          <h2 className="section-title">{i18n.t('ui.practice.doneTitle')}</h2>
          <p>{i18n.t('ui.practice.done')}</p>
        </section>
      )}
      <ActionError error={action.error} />
      <div className="actions">
        {phase === 'done' && (
          <Button look="primary" first onPress={() => openApp('#recipes')}>
            {i18n.t('ui.practice.real')}
          </Button>
        )}
        {/* Nothing is lost by it, so nobody is asked whether they are sure. */}
        <Button look="plain" busy={action.busy} onPress={() => void discard()}>
          {i18n.t('ui.practice.discard')}
        </Button>
      </div>
    </article>
  );
}

function practicePlace(): DestinationView {
  return {
    id: PRACTICE_PLACE,
    label: i18n.t('ui.practice.place'),
    adapter: 'file',
    origins: [],
    allowed: true,
    accepts: ['practice'],
    fromCatalogue: true,
  };
}
