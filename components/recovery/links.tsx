import { i18n } from '#i18n';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';

/** The way to a backup, for who has one and no vault yet. */
export function RestoreLink() {
  const { openApp } = usePlatform();
  return (
    <div className="actions">
      <Button look="plain" onPress={() => openApp('#restore')}>
        {i18n.t('ui.restore.title')}
      </Button>
    </div>
  );
}

/** The way on without the passphrase. */
export function ForgotLink() {
  const { openApp } = usePlatform();
  return (
    <div className="actions">
      <Button look="plain" onPress={() => openApp('#forgot')}>
        {i18n.t('ui.forgot.title')}
      </Button>
    </div>
  );
}
