import { i18n } from '#i18n';
import type { BackupStatus } from '@/lib/domain/views';
import { dayWords } from '../keys/words';

/** When the last backup was saved, in a sentence. */
export function lastBackup(backup: Pick<BackupStatus, 'savedAt'> | undefined): string {
  return backup?.savedAt === undefined
    ? i18n.t('ui.recovery.none')
    : i18n.t('ui.recovery.last', [dayWords(backup.savedAt)]);
}
