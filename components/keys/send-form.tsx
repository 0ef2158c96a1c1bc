import { useState } from 'react';
import { i18n } from '#i18n';
import type { DestinationView, KeyView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeError, hostsOf, kindWords } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { NotCatalogue } from '../recipes/not-catalogue';
import { choicesFor, takes } from './phase';

interface SendFormProps {
  readonly keyView: KeyView;
  readonly destinations: readonly DestinationView[];
  readonly onSent?: () => void;
}

/** Where the key goes, and the one press that sends it. */
export function SendForm({ keyView, destinations, onSent }: SendFormProps) {
  const platform = usePlatform();
  const action = useAction();
  const { offered, first } = choicesFor(keyView, destinations);
  const [chosenId, choose] = useState<string>();
  const chosen = offered.find(({ id }) => id === (chosenId ?? first?.id));
  const fits = offered.some((destination) => takes(destination, keyView));

  const press = async (destination: DestinationView) => {
    // The browser asks only during the press itself, and its question can close this popup:
    // the send is on its way before the answer, and the background waits for it.
    if (!destination.allowed) platform.requestAccess(destination.origins);
    const request = { itemId: keyView.id, destinationId: destination.id };
    if (await action.run(() => send('delivery/send', request))) onSent?.();
  };

  const add = () => platform.openApp('#destinations');
  if (!fits) {
    return (
      <div className="stack">
        <p>{offered.length === 0 ? i18n.t('ui.send.empty') : i18n.t('ui.send.noneFits')}</p>
        <div className="actions">
          <Button look="primary" first onPress={add}>
            {i18n.t('ui.send.add')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="stack">
      {keyView.fromCatalogue === false && <Notice tone="amber">{i18n.t('ui.send.choose')}</Notice>}
      <Choice
        legend={i18n.t('ui.send.title')}
        value={chosen?.id}
        onChange={choose}
        options={offered.map((destination) => ({
          value: destination.id,
          title: destination.label,
          detail: <Way destination={destination} />,
          refused: takes(destination, keyView)
            ? undefined
            : i18n.t('ui.send.refuses', [destination.accepts.map(kindWords).join(', ')]),
        }))}
      />
      {chosen && !chosen.allowed && (
        <p className="quiet">{i18n.t('ui.send.access', [hostsOf(chosen.origins)])}</p>
      )}
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
          disabled={chosen === undefined}
          onPress={() => chosen && void press(chosen)}
        >
          {i18n.t('ui.send.send')}
        </Button>
        {chosen?.home !== undefined && (
          <Button look="plain" onPress={add}>
            {i18n.t('ui.address.change', [chosen.label])}
          </Button>
        )}
        <Button look="plain" onPress={add}>
          {i18n.t('ui.send.add')}
        </Button>
      </div>
    </div>
  );
}

// A form that is not from the catalogue is told by its host: its product's name proves nothing.
function Way({ destination }: { readonly destination: DestinationView }) {
  if (destination.adapter !== 'portal') return i18n.t('ui.send.aws');
  if (destination.fromCatalogue) return i18n.t('ui.send.portal');
  return (
    <>
      {i18n.t('ui.send.portalAt', [hostsOf(destination.origins)])} <NotCatalogue />
    </>
  );
}
