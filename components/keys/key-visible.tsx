import { i18n } from '#i18n';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { KeyLine } from './key-line';
import { UNSAVED } from './stations';

/** A key that the page in front shows and that is not saved: one press saves it. */
export function KeyVisible() {
  const action = useAction();
  return (
    <section className="stack">
      <h1>{i18n.t('ui.visible.title')}</h1>
      <KeyLine states={UNSAVED} />
      <p>{i18n.t('ui.visible.lead')}</p>
      {action.error !== undefined && (
        <Notice tone="red" alert>
          {describeError(action.error)}
        </Notice>
      )}
      <div className="actions">
        <Button
          look="primary"
          first
          busy={action.busy}
          onPress={() => void action.run(() => send('key/save-visible', {}))}
        >
          {i18n.t('ui.visible.save')}
        </Button>
      </div>
    </section>
  );
}
