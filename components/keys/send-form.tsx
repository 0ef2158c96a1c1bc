import { useState } from 'react';
import { i18n } from '#i18n';
import { PRACTICE_PLACE } from '@/lib/domain/practice';
import type { DestinationView, KeyView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { placeWords } from '../destinations/place-words';
import { hostsOf, kindWords } from '../message';
import { usePlatform } from '../platform';
import { ActionError } from '../ui/action-error';
import { Button } from '../ui/button';
import { Choices } from '../ui/choices';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { NotCatalogue } from '../recipes/not-catalogue';
import { choicesFor, takes } from './phase';
import { PlanLine } from './plan-line';

interface SendFormProps {
  readonly keyView: KeyView;
  readonly destinations: readonly DestinationView[];
  readonly onSent?: () => void;
}

/** Where the key goes, to one place or several, and the one press that sends it. */
export function SendForm({ keyView, destinations, onSent }: SendFormProps) {
  const platform = usePlatform();
  const action = useAction();
  const { offered, first } = choicesFor(keyView, destinations);
  const [chosenIds, choose] = useState(keyView.chosen);
  const ids = chosenIds ?? (first ? [first.id] : []);
  const chosen = offered.filter(({ id }) => ids.includes(id));
  const forbidden = chosen.filter(({ allowed }) => !allowed).flatMap(({ origins }) => origins);
  const own = chosen.find(({ home }) => home !== undefined);
  const fits = offered.some((destination) => takes(destination, keyView));

  // A popup closes at any press outside it.
  const remember = (destinationIds: readonly string[]) => {
    choose(destinationIds);
    const chosenNow = destinationIds.length > 0 ? { destinationIds: [...destinationIds] } : {};
    void send('key/choose', { itemId: keyView.id, ...chosenNow }).catch(() => undefined);
  };
  const press = async () => {
    // The browser asks only during the press itself, and its question can close this popup:
    // the sends are on their way before the answer, and the background waits for it.
    if (forbidden.length > 0) platform.requestAccess(forbidden);
    const sent = chosen.map(({ id }) =>
      send('delivery/send', { itemId: keyView.id, destinationId: id }),
    );
    if (await action.run(() => Promise.all(sent))) onSent?.();
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
      <Choices
        legend={i18n.t('ui.send.title')}
        values={ids}
        onChange={remember}
        options={offered.map((destination) => ({
          value: destination.id,
          title: destination.label,
          detail: (
            <Detail
              destination={destination}
              itemId={keyView.id}
              isChosen={chosen.includes(destination)}
            />
          ),
          refused: takes(destination, keyView)
            ? undefined
            : i18n.t('ui.send.refuses', [destination.accepts.map(kindWords).join(', ')]),
        }))}
      />
      {forbidden.length > 0 && (
        <p className="quiet">{i18n.t('ui.send.access', [hostsOf(forbidden)])}</p>
      )}
      <ActionError error={action.error} />
      <div className="actions">
        <Button
          look="primary"
          first
          busy={action.busy}
          disabled={chosen.length === 0}
          onPress={() => void press()}
        >
          {i18n.t('ui.send.send')}
        </Button>
        {own && (
          <Button look="plain" onPress={add}>
            {i18n.t('ui.address.change', [own.label])}
          </Button>
        )}
        {keyView.kind !== 'practice' && (
          <Button look="plain" onPress={add}>
            {i18n.t('ui.send.add')}
          </Button>
        )}
      </div>
    </div>
  );
}

interface DetailProps {
  readonly destination: DestinationView;
  readonly itemId: string;
  readonly isChosen: boolean;
}

function Detail({ destination, itemId, isChosen }: DetailProps) {
  const { adapter, allowed, fromCatalogue, id } = destination;
  return (
    <>
      {placeWords(destination)} {!fromCatalogue && <NotCatalogue />}
      {isChosen && allowed && adapter !== 'portal' && id !== PRACTICE_PLACE && (
        <PlanLine itemId={itemId} destination={destination} />
      )}
    </>
  );
}
