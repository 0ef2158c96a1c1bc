import { i18n } from '#i18n';
import { useState, type ReactNode } from 'react';
import type { DeliveryView, DestinationView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeCode } from '../message';
import { usePlatform } from '../platform';
import { ActionError } from '../ui/action-error';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { reasonWords } from './phase';
import { ReplaceIt } from './replace-it';

interface StoppedDeliveryProps {
  readonly delivery: DeliveryView;
  readonly destination: DestinationView | undefined;
  /** Of several, only the first has the focus. */
  readonly first: boolean;
  /** Stands beside "Try again". */
  readonly children?: ReactNode;
}

/** A delivery that stopped: why, what is safe, and the next try. */
export function StoppedDelivery({ delivery, destination, first, children }: StoppedDeliveryProps) {
  const platform = usePlatform();
  const action = useAction();
  const [replacing, setReplacing] = useState(false);
  const { id: deliveryId, label, reason, state } = delivery;
  const isConflict = reason === 'destination_conflict';
  const retry = () => {
    if (destination && !destination.allowed) platform.requestAccess(destination.origins);
    void action.run(() => send('delivery/retry', { deliveryId }));
  };
  return (
    <div className="stack">
      <Notice tone={toneOf(delivery)} title={titleOf(delivery)} alert>
        <p>{causeWords(delivery, destination)}</p>
        <p>{i18n.t('ui.outcome.safe')}</p>
      </Notice>
      <ActionError error={action.error} />
      {isConflict && replacing ? (
        <ReplaceIt delivery={delivery} onClose={() => setReplacing(false)} />
      ) : (
        <div className="actions">
          {isConflict && (
            <>
              <Button
                look="primary"
                first={first}
                onPress={() =>
                  platform.openApp(`#destinations/${encodeURIComponent(delivery.destinationId)}`)
                }
              >
                {i18n.t('ui.replace.rename')}
              </Button>
              <Button look="danger" onPress={() => setReplacing(true)}>
                {i18n.t('ui.replace.replace')}
              </Button>
            </>
          )}
          <Button
            look={isConflict ? 'plain' : 'primary'}
            first={first && !isConflict}
            busy={action.busy}
            onPress={retry}
          >
            {reason === 'paused' ? i18n.t('ui.delivery.goOn') : i18n.t('ui.tryAgain')}
          </Button>
          {state === 'waiting' && (
            <Button
              look="plain"
              onPress={() => void action.run(() => send('delivery/cancel', { deliveryId }))}
            >
              {i18n.t('ui.delivery.cancel')}
            </Button>
          )}
          {children}
        </div>
      )}
    </div>
  );

  function titleOf({ reason: why }: DeliveryView): string {
    if (why === 'cancelled') return i18n.t('ui.delivery.cancelled', [label]);
    if (state === 'undoing') return i18n.t('ui.undo.waits', [label]);
    return state === 'failed'
      ? i18n.t('ui.outcome.failed', [label])
      : i18n.t('ui.outcome.waiting', [label]);
  }
}

const toneOf = ({ reason, state }: DeliveryView) =>
  state === 'failed' && reason !== 'cancelled' ? 'red' : 'amber';

function causeWords(delivery: DeliveryView, destination: DestinationView | undefined): string {
  // These two name what was refused, which a stored delivery does not keep.
  if (delivery.reason === 'destination_refused') {
    return i18n.t('ui.outcome.refused', [delivery.label]);
  }
  if (delivery.reason === 'destination_conflict') {
    return i18n.t('ui.outcome.conflict', [delivery.label]);
  }
  return describeCode(delivery.reason ?? 'internal', reasonWords(delivery, destination));
}
