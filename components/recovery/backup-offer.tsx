import { i18n } from '#i18n';
import type { BackupStatus } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { useAction } from '../use-action';

/** One quiet line that speaks of a backup, while it is time for one. */
export function BackupOffer({ backup }: { readonly backup: BackupStatus | undefined }) {
  const { openApp } = usePlatform();
  const { run } = useAction();
  if (!backup?.offer) return null;
  return (
    <div className="backup-offer">
      <p>{backup.savedAt === undefined ? i18n.t('ui.offer.first') : i18n.t('ui.offer.again')}</p>
      <div className="actions">
        <Button look="plain" onPress={() => openApp('#recovery')}>
          {i18n.t('ui.offer.make')}
        </Button>
        <Button look="plain" onPress={() => void run(() => send('backup/put-off', {}))}>
          {i18n.t('ui.offer.later')}
        </Button>
      </div>
    </div>
  );
}
