import { i18n } from '#i18n';
import type { Damage } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeError, message } from '../message';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';

/** Destinations whose settings are not what was saved: no key goes there, and they can be removed. */
export function DamagedDestinations({ damaged }: { readonly damaged: readonly Damage[] }) {
  const action = useAction();
  if (damaged.length === 0) return null;
  return (
    <Notice tone="red" title={i18n.t('ui.damage.destinations', damaged.length)}>
      <p>{i18n.t('ui.damage.destinationsDo')}</p>
      {action.error !== undefined && <p role="alert">{describeError(action.error)}</p>}
      <ul className="lines">
        {damaged.map(({ id, name, health }) => (
          <li key={id} className="line-of">
            <span>
              {name || i18n.t('ui.damage.unnamed')}
              {': '}
              {message(`ui.damage.short.${health}`)}
            </span>
            <Button
              busy={action.busy}
              onPress={() =>
                void action.run(() => send('destination/remove', { destinationId: id }))
              }
            >
              {i18n.t('ui.destinations.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
