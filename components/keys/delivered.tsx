import { i18n } from '#i18n';
import type { DeliveryView, KeyView } from '@/lib/domain/views';
import { Notice } from '../ui/notice';
import { summaryWords } from './permission-report';
import { proofWords, ReceiptDetails } from './receipt-details';

interface DeliveredProps {
  readonly keyView: KeyView;
  readonly delivery: DeliveryView;
}

/** A delivery that arrived: how sure that is, what the key may do, and the receipt. */
export function Delivered({ keyView, delivery }: DeliveredProps) {
  const { verification } = keyView;
  const { label, proof, receipt } = delivery;
  const others = otherPlaces(keyView, label);
  return (
    <div className="stack">
      <Notice tone="good" title={proofWords(proof ?? 'accepted', label)}>
        {verification?.outcome === 'verified' && verification.report && (
          <p>{summaryWords(verification.report)}</p>
        )}
        {others && <p>{i18n.t('ui.key.alsoIn', [others])}</p>}
      </Notice>
      {receipt && (
        <ReceiptDetails receipt={receipt} place={label} organization={verification?.organization} />
      )}
    </div>
  );
}

function otherPlaces(key: KeyView, here: string): string {
  const labels = key.deliveries
    .filter(({ state, label }) => state === 'confirmed' && label !== here)
    .map(({ label }) => label);
  return [...new Set(labels)].join(', ');
}
