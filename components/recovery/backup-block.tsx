import { i18n } from '#i18n';
import type { AppState } from '@/lib/domain/views';
import { usePlatform } from '../platform';
import { Block } from '../settings/block';
import { Button } from '../ui/button';
import { lastBackup } from './last-backup';

/** When the last backup was made, and the ways to the next one and back from one. */
export function BackupBlock({ state }: { readonly state: AppState }) {
  const { openApp } = usePlatform();
  return (
    <Block name="backup" title={i18n.t('ui.recovery.title')} lead={i18n.t('ui.recovery.lead')}>
      <p>{state.backup?.damaged ? i18n.t('ui.recovery.damaged') : lastBackup(state.backup)}</p>
      <div className="actions">
        <Button onPress={() => openApp('#recovery')}>{i18n.t('ui.recovery.make')}</Button>
        <Button look="plain" onPress={() => openApp('#restore')}>
          {i18n.t('ui.restore.title')}
        </Button>
      </div>
    </Block>
  );
}
