import { i18n } from '#i18n';
import type { DeliveryView, DestinationView, KeyView } from '@/lib/domain/views';
import { describeCode } from '../message';
import { Notice } from '../ui/notice';
import { summaryWords } from './permission-report';
import { proofWords, ReceiptDetails } from './receipt-details';
import { currentDeliveries, driftOf } from './stations';
import { TakeBack } from './take-back';
import { momentWords } from './words';

interface DeliveredProps {
  readonly keyView: KeyView;
  readonly delivery: DeliveryView;
  readonly destination: DestinationView | undefined;
  /** The first of several says what the key may do, and where else it is. */
  readonly isFirst: boolean;
}

/** A delivery that arrived: how sure that is, what the key may do, and the receipt. */
export function Delivered({ keyView, delivery, destination, isFirst }: DeliveredProps) {
  const { verification } = keyView;
  const { label, proof, reason, receipt } = delivery;
  const drift = driftOf(keyView, delivery);
  const others = isFirst ? otherPlaces(keyView) : '';
  return (
    <div className="stack">
      <Notice tone="good" title={proofWords(proof ?? 'accepted', label)}>
        {isFirst && verification?.outcome === 'verified' && verification.report && (
          <p>{summaryWords(verification.report)}</p>
        )}
        {others && <p>{i18n.t('ui.key.alsoIn', [others])}</p>}
      </Notice>
      {drift && (
        <Notice tone="amber" title={i18n.t(`ui.check.drift.${drift.what}`, [label])}>
          {i18n.t('ui.check.drift.seen', [momentWords(drift.at)])}
        </Notice>
      )}
      {reason !== undefined && (
        <Notice tone="amber" title={i18n.t('ui.undo.failed')} alert>
          {describeCode(reason, [label])}
        </Notice>
      )}
      {receipt && (
        <ReceiptDetails receipt={receipt} place={label} organization={verification?.organization}>
          {destination && <TakeBack delivery={delivery} destination={destination} />}
        </ReceiptDetails>
      )}
    </div>
  );
}

/** Where the key is beside the places that are shown. */
function otherPlaces(key: KeyView): string {
  const shown = currentDeliveries(key).map(({ destinationId }) => destinationId);
  const labels = key.deliveries
    .filter(({ state, destinationId }) => state === 'confirmed' && !shown.includes(destinationId))
    .map(({ label }) => label || i18n.t('ui.key.removedPlace'));
  return [...new Set(labels)].join(', ');
}
