import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { DeliveryView, DestinationView, KeyView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { useAction } from '../use-action';
import { StoppedDelivery } from './delivery-outcome';
import { Delivered } from './delivered';
import { deliveryPhase } from './phase';
import { deliveryRows } from './progress';
import { ProgressRows } from './progress-rows';
import { SaveFile } from './save-file';
import { UnreadTest } from './unread-test';

interface DeliveryPartProps {
  readonly keyView: KeyView;
  readonly delivery: DeliveryView;
  readonly destination: DestinationView | undefined;
  /** The first of several says what holds for all. */
  readonly isFirst: boolean;
  /** Stands beside "Try again". */
  readonly children?: ReactNode;
}

/** One delivery of a key, in its present state. */
export function DeliveryPart(props: DeliveryPartProps) {
  const { keyView, delivery, destination, isFirst, children } = props;
  switch (deliveryPhase(delivery)) {
    case 'sending':
      return destination?.adapter === 'file' ? (
        <SaveFile delivery={delivery} isPlain={destination.isPlain === true} />
      ) : (
        <RunningDelivery delivery={delivery} isFirst={isFirst} />
      );
    case 'stopped':
      return (
        <StoppedDelivery delivery={delivery} destination={destination} first={isFirst}>
          {children}
        </StoppedDelivery>
      );
    case 'unread':
      return <UnreadTest delivery={delivery} />;
    case 'done':
      return (
        <Delivered
          keyView={keyView}
          delivery={delivery}
          destination={destination}
          isFirst={isFirst}
        />
      );
  }
}

function RunningDelivery({ delivery, isFirst }: Pick<DeliveryPartProps, 'delivery' | 'isFirst'>) {
  const action = useAction();
  const { leave } = usePlatform();
  const { id: deliveryId, label, stage } = delivery;
  const show = async () => {
    if (await action.run(() => send('delivery/show', { deliveryId }))) leave();
  };
  return (
    <div className="stack">
      <ProgressRows
        title={i18n.t('ui.progress.deliver', [label])}
        rows={deliveryRows(delivery)}
        place={label}
      />
      <div className="actions">
        {/* What the person does next, they do there. */}
        {stage !== undefined && (
          <Button look="primary" first={isFirst} onPress={() => void show()}>
            {i18n.t('ui.delivery.show', [label])}
          </Button>
        )}
        <Button
          look="plain"
          onPress={() => void action.run(() => send('delivery/pause', { deliveryId }))}
        >
          {i18n.t('ui.delivery.pause')}
        </Button>
        <Button
          look="plain"
          onPress={() => void action.run(() => send('delivery/cancel', { deliveryId }))}
        >
          {i18n.t('ui.delivery.cancel')}
        </Button>
      </div>
    </div>
  );
}
