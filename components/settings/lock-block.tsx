import { i18n } from '#i18n';
import { send } from '@/lib/messaging/client';
import { Button } from '../ui/button';
import { useAction } from '../use-action';
import { Block } from './block';

/** When the vault locks. */
export function LockBlock() {
  const { run, busy } = useAction();
  return (
    <Block name="lock" title={i18n.t('ui.settings.lock.title')}>
      <div className="actions">
        <Button busy={busy} onPress={() => void run(() => send('vault/lock', {}))}>
          {i18n.t('ui.settings.lock.now')}
        </Button>
      </div>
    </Block>
  );
}
