import { useState, type FormEvent } from 'react';
import { i18n } from '#i18n';
import type { DestinationView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { addressIn, patternOf } from './portal-places';

interface PortalAddressProps {
  readonly destination: DestinationView;
  /** The product's own address, which it has for everybody without one of their own. */
  readonly home: string;
  readonly onDone: () => void;
}

/** Where the person's own instance of a product runs: keys for it are filled in there and nowhere else. */
export function PortalAddress({ destination, home, onDone }: PortalAddressProps) {
  const platform = usePlatform();
  const action = useAction();
  const [typed, setTyped] = useState('');
  const [pressed, setPressed] = useState(false);
  const { id, label, origins } = destination;
  const address = addressIn(typed);
  const homeHost = new URL(home).host;

  const keep = async (kept: string | undefined) => {
    // The browser asks only during the press itself, so this comes before anything is awaited.
    if (kept !== undefined) platform.requestAccess([patternOf(kept)]);
    const request = kept === undefined ? {} : { address: kept };
    if (await action.run(() => send('portal/address', { destinationId: id, ...request }))) onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (address !== undefined) void keep(address);
  };

  return (
    <form className="stack" aria-label={i18n.t('ui.address.title', [label])} onSubmit={submit}>
      <Field
        label={i18n.t('ui.address.label', [label])}
        value={typed}
        onChange={setTyped}
        first
        mono
        hint={i18n.t('ui.address.hint', [`${id.replace('portal:', '')}.example.com`])}
        reason={address === undefined ? i18n.t('ui.address.wrong') : undefined}
        asked={pressed}
      />
      {action.error !== undefined && (
        <Notice tone="red" alert>
          {describeError(action.error)}
        </Notice>
      )}
      <div className="actions">
        <Button look="primary" submit busy={action.busy}>
          {i18n.t('ui.address.use')}
        </Button>
        {!origins.includes(patternOf(home)) && (
          <Button onPress={() => void keep(undefined)}>
            {i18n.t('ui.address.home', [homeHost])}
          </Button>
        )}
        <Button look="plain" onPress={onDone}>
          {i18n.t('ui.address.cancel')}
        </Button>
      </div>
    </form>
  );
}
