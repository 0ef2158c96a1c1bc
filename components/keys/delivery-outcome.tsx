import { i18n } from '#i18n';
import type { ReactNode } from 'react';
import type { DeliveryView, DestinationView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeCode, describeError, message } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { reasonWords } from './phase';

interface DeliveryOutcomeProps {
  readonly delivery: DeliveryView;
  readonly destination: DestinationView | undefined;
  /** Stands beside "Try again". */
  readonly children?: ReactNode;
}

/** A delivery that stopped: why, what is safe, and the next try. */
export function StoppedDelivery({ delivery, destination, children }: DeliveryOutcomeProps) {
  const platform = usePlatform();
  const action = useAction();
  const failed = delivery.state === 'failed';
  const retry = () => {
    if (destination && !destination.allowed) platform.requestAccess(destination.origins);
    void action.run(() => send('delivery/retry', { deliveryId: delivery.id }));
  };
  return (
    <div className="stack">
      <Notice
        tone={failed ? 'red' : 'amber'}
        title={
          failed
            ? i18n.t('ui.outcome.failed', [delivery.label])
            : i18n.t('ui.outcome.waiting', [delivery.label])
        }
        alert
      >
        <p>{causeWords(delivery, destination)}</p>
        <p>{i18n.t('ui.outcome.safe')}</p>
      </Notice>
      <ActionError error={action.error} />
      <div className="actions">
        <Button look="primary" first busy={action.busy} onPress={retry}>
          {i18n.t('ui.tryAgain')}
        </Button>
        {children}
      </div>
    </div>
  );
}

/** A product's test whose answer could not be read: the person says what it was. */
export function UnreadTest({ delivery }: { readonly delivery: DeliveryView }) {
  const action = useAction();
  const vouch = (passed: boolean) =>
    void action.run(() => send('delivery/vouch', { deliveryId: delivery.id, passed }));
  return (
    <div className="stack">
      <Notice tone="amber" title={i18n.t('ui.outcome.vouch', [delivery.label])} alert>
        {message('error.product_test_unread', [delivery.label])}
      </Notice>
      <ActionError error={action.error} />
      <div className="actions">
        <Button look="primary" first busy={action.busy} onPress={() => vouch(true)}>
          {i18n.t('ui.outcome.passed')}
        </Button>
        <Button busy={action.busy} onPress={() => vouch(false)}>
          {i18n.t('ui.outcome.notPassed')}
        </Button>
      </div>
    </div>
  );
}

function ActionError({ error }: { readonly error: unknown }) {
  if (error === undefined) return null;
  return (
    <Notice tone="red" alert>
      {describeError(error)}
    </Notice>
  );
}

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
