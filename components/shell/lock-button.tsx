import { i18n } from '#i18n';
import { send } from '@/lib/messaging/client';
import { Icon } from '../ui/icon';
import { useAction } from '../use-action';

/** Locks the vault at once. */
export function LockButton() {
  const { run } = useAction();
  return (
    <button
      type="button"
      className="quiet-button"
      onClick={() => void run(() => send('vault/lock', {}))}
    >
      <Icon name="lock" />
      {i18n.t('ui.lock')}
    </button>
  );
}
