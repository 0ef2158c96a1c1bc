import { i18n } from '#i18n';
import type { DeliveryView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { message } from '../message';
import { ActionError } from '../ui/action-error';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';

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
