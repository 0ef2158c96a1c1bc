import { i18n } from '#i18n';
import { send } from '@/lib/messaging/client';
import { ActionError } from '../ui/action-error';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';

/** The deliveries that go on by themselves, and one press that stops them all. */
export function UnderWay({ count }: { readonly count: number }) {
  const action = useAction();
  if (count === 0) return null;
  return (
    <Notice tone="plain">
      <p>{i18n.t('ui.delivery.underWay', count)}</p>
      <ActionError error={action.error} />
      <Button
        busy={action.busy}
        onPress={() => void action.run(() => send('delivery/pause-all', {}))}
      >
        {i18n.t('ui.delivery.pauseAll')}
      </Button>
    </Notice>
  );
}
