import { i18n } from '#i18n';
import type { DestinationView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { usePlatform } from '../platform';
import { NotCatalogue } from '../recipes/not-catalogue';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { EndedSignIn } from './ended-sign-in';
import { placeWords } from './place-words';
import { PortalAddress } from './portal-address';

interface DestinationListProps {
  readonly destinations: readonly DestinationView[];
  /** The product's form whose address is asked for, as the page's own address says. */
  readonly moving: string | undefined;
  readonly onMoved: () => void;
}

/** The places that keys can be sent to. */
export function DestinationList({ destinations, moving, onMoved }: DestinationListProps) {
  if (destinations.length === 0) {
    return (
      <div className="empty">
        <h2>{i18n.t('ui.destinations.emptyTitle')}</h2>
        <p>{i18n.t('ui.destinations.empty')}</p>
      </div>
    );
  }
  return (
    <section>
      <h2 className="hidden">{i18n.t('ui.destinations.list')}</h2>
      <ul className="card rows">
        {destinations.map((destination) => (
          <DestinationRow
            key={destination.id}
            destination={destination}
            moving={destination.id === moving}
            onMoved={onMoved}
          />
        ))}
      </ul>
    </section>
  );
}

interface DestinationRowProps {
  readonly destination: DestinationView;
  readonly moving: boolean;
  readonly onMoved: () => void;
}

function DestinationRow({ destination, moving, onMoved }: DestinationRowProps) {
  const action = useAction();
  const platform = usePlatform();
  const place = `#destinations/${encodeURIComponent(destination.id)}`;
  const { adapter, allowed, fromCatalogue, home, id, label } = destination;
  const access = allowed ? i18n.t('ui.destinations.allowed') : i18n.t('ui.destinations.notAllowed');
  const remove = () => void action.run(() => send('destination/remove', { destinationId: id }));
  return (
    <li className="row row-still">
      <span className="row-main">
        <span className="row-title">{label}</span>
        <span className="row-detail">{`${placeWords(destination)} · ${access}`}</span>
        {!fromCatalogue && <NotCatalogue />}
        <EndedSignIn destination={destination} />
        {moving && home !== undefined && (
          <PortalAddress destination={destination} home={home} onDone={onMoved} />
        )}
        {action.error !== undefined && (
          <Notice tone="red" alert>
            {describeError(action.error)}
          </Notice>
        )}
      </span>
      {home !== undefined && !moving && (
        <span className="actions">
          <Button onPress={() => platform.openApp(place)}>
            {i18n.t('ui.address.change', [label])}
          </Button>
        </span>
      )}
      {/* A product's own form comes with its recipe: there is nothing to remove. */}
      {adapter !== 'portal' && (
        <span className="actions">
          <Button onPress={() => platform.openApp(place)}>
            {i18n.t('ui.destinations.change')}
          </Button>
          <Button busy={action.busy} onPress={remove}>
            {i18n.t('ui.destinations.remove')}
          </Button>
        </span>
      )}
    </li>
  );
}
