import { i18n } from '#i18n';
import type { DeliveryView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { ActionError } from '../ui/action-error';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { writtenWords } from './plan-words';

interface ReplaceItProps {
  readonly delivery: DeliveryView;
  readonly onClose: () => void;
}

/** The second decision about what Keyferry did not write. */
export function ReplaceIt({ delivery, onClose }: ReplaceItProps) {
  const action = useAction();
  const { id: deliveryId, label, plan } = delivery;
  return (
    <div className="stack">
      <Notice tone="amber" title={i18n.t('ui.replace.sure', [label])} alert>
        {[i18n.t('ui.replace.what'), plan && writtenWords(plan)].filter(Boolean).join(' ')}
      </Notice>
      <ActionError error={action.error} />
      <div className="actions">
        <Button first onPress={onClose}>
          {i18n.t('ui.replace.keep')}
        </Button>
        <Button
          look="danger"
          busy={action.busy}
          onPress={() => void action.run(() => send('delivery/replace', { deliveryId }))}
        >
          {i18n.t('ui.replace.do')}
        </Button>
      </div>
    </div>
  );
}
