import { useState } from 'react';
import { i18n } from '#i18n';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { StartOver } from './start-over';

/** What can be done without the passphrase. */
export function ForgotPage() {
  const { openApp } = usePlatform();
  const [startingOver, setStartingOver] = useState(false);
  if (startingOver) {
    return (
      <StartOver
        title={i18n.t('ui.startOver.title')}
        lead={i18n.t('ui.startOver.lead')}
        onCancel={() => setStartingOver(false)}
        onDone={() => openApp('#keys')}
      />
    );
  }
  return (
    <section className="stack">
      <h1>{i18n.t('ui.forgot.title')}</h1>
      <p>{i18n.t('ui.forgot.lead')}</p>
      <h2>{i18n.t('ui.forgot.kitTitle')}</h2>
      <p>{i18n.t('ui.forgot.kit')}</p>
      <div className="actions">
        <Button look="primary" first onPress={() => openApp('#restore')}>
          {i18n.t('ui.restore.title')}
        </Button>
      </div>
      <h2>{i18n.t('ui.forgot.noKitTitle')}</h2>
      <p>{i18n.t('ui.forgot.noKit')}</p>
      <div className="actions">
        <Button look="danger" onPress={() => setStartingOver(true)}>
          {i18n.t('ui.startOver.title')}
        </Button>
      </div>
      <a href="#keys">{i18n.t('ui.forgot.back')}</a>
    </section>
  );
}
