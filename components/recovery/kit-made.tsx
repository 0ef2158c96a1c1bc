import { useState } from 'react';
import { i18n } from '#i18n';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { KitSheet, type Kit } from './kit-sheet';

interface KitMadeProps {
  readonly kit: Kit;
  /** The vault can't remember that it was saved. */
  readonly rescued: boolean;
}

/** The two halves of a kit, and what to do with each. */
export function KitMade({ kit, rescued }: KitMadeProps) {
  const { save } = usePlatform();
  const action = useAction();
  const [saved, setSaved] = useState(false);

  const download = () => {
    save(kit.file, kit.name);
    setSaved(true);
    if (!rescued) void action.run(() => send('backup/saved', {}));
  };

  return (
    <section className="stack">
      <div className="screen-only stack">
        <div>
          <h1>{i18n.t('ui.recovery.madeTitle')}</h1>
          <p className="quiet">{i18n.t('ui.recovery.madeLead')}</p>
        </div>
        {kit.unreadable > 0 && (
          <Notice tone="amber">{i18n.t('ui.recovery.unreadable', kit.unreadable)}</Notice>
        )}
        <div className="actions">
          <Button look="primary" first onPress={download}>
            {i18n.t('ui.recovery.saveFile')}
          </Button>
          <Button onPress={() => print()}>{i18n.t('ui.recovery.print')}</Button>
        </div>
        <div aria-live="polite">
          {saved && (
            <Notice tone="good">
              <p>{i18n.t('ui.recovery.saved', [kit.name])}</p>
              <p>{i18n.t('ui.recovery.apart')}</p>
            </Notice>
          )}
        </div>
        {action.error !== undefined && (
          <Notice tone="amber" alert>
            {describeError(action.error)}
          </Notice>
        )}
      </div>
      <KitSheet kit={kit} />
      <a className="screen-only" href="#settings/backup">
        {i18n.t('ui.recovery.close')}
      </a>
    </section>
  );
}
