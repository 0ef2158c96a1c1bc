import { useState } from 'react';
import { i18n } from '#i18n';
import type { UndoPlan } from '@/lib/domain/delivery';
import type { DeliveryView, DestinationView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { message } from '../message';
import { usePlatform } from '../platform';
import { ActionError } from '../ui/action-error';
import { Button } from '../ui/button';
import { useAction } from '../use-action';

interface TakeBackProps {
  readonly delivery: DeliveryView;
  readonly destination: DestinationView;
}

/** Takes a delivered key back, after saying what that would do there. */
export function TakeBack({ delivery, destination }: TakeBackProps) {
  const platform = usePlatform();
  const action = useAction();
  const [plan, setPlan] = useState<UndoPlan>();
  const { id: deliveryId, label } = delivery;
  const look = () => {
    if (!destination.allowed) platform.requestAccess(destination.origins);
    void action.run(async () => {
      setPlan((await send('delivery/plan-undo', { deliveryId })).undo);
    });
  };
  const isPossible = plan === 'remove' || plan === 'restore' || plan === 'gone';
  return (
    <div className="stack take-back" aria-live="polite">
      {plan !== undefined && <p>{message(`ui.undo.${plan}`, [label])}</p>}
      <ActionError error={action.error} />
      <div className="actions">
        {plan === undefined ? (
          <Button busy={action.busy} onPress={look}>
            {i18n.t('ui.undo.takeBack')}
          </Button>
        ) : (
          <Button first onPress={() => setPlan(undefined)}>
            {i18n.t('ui.undo.leave')}
          </Button>
        )}
        {isPossible && (
          <Button
            look="danger"
            busy={action.busy}
            onPress={() => void action.run(() => send('delivery/undo', { deliveryId }))}
          >
            {i18n.t('ui.undo.do')}
          </Button>
        )}
      </div>
    </div>
  );
}
