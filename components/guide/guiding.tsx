import { i18n } from '#i18n';
import type { GuideProgress } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { KeyLine } from '../keys/key-line';
import { GUIDING } from '../keys/stations';
import { describeError } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';

/** A guide that runs in OpenAI's tab, as the popup shows it. */
export function Guiding({ guide }: { readonly guide: GuideProgress }) {
  const action = useAction();
  const { leave } = usePlatform();
  const show = async () => {
    if (await action.run(() => send('guide/return', {}))) leave();
  };
  return (
    <section className="stack">
      <h1>{guide.product}</h1>
      <KeyLine states={GUIDING} />
      <div className="step" aria-live="polite">
        <p className="section-title">{i18n.t('ui.guiding.step', [guide.step, guide.total])}</p>
        <p className="step-sentence">
          {guide.isAway
            ? i18n.t('ui.guiding.away')
            : guide.sentence || i18n.t('ui.guiding.opening')}
        </p>
      </div>
      <p className="quiet">{i18n.t(guide.isAway ? 'ui.guiding.signIn' : 'ui.guiding.where')}</p>
      {action.error !== undefined && (
        <Notice tone="red" alert>
          {describeError(action.error)}
        </Notice>
      )}
      <div className="actions">
        <Button look="primary" first busy={action.busy} onPress={() => void show()}>
          {guide.isAway ? i18n.t('ui.guiding.return') : i18n.t('ui.guiding.show')}
        </Button>
        <Button busy={action.busy} onPress={() => void action.run(() => send('guide/end', {}))}>
          {i18n.t('ui.guiding.stop')}
        </Button>
      </div>
    </section>
  );
}
