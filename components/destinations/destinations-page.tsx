import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import type { AppState, SavedDestination } from '@/lib/domain/views';
import type { AdapterId } from '@/lib/domain/naming';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { usePlatform } from '../platform';
import { Notice } from '../ui/notice';
import { DamagedDestinations } from './damaged-destinations';
import { DestinationSettingsForm } from './destination-form';
import { DestinationKinds } from './destination-kinds';
import { DestinationList } from './destination-list';
import { FORMS } from './forms/all';

interface DestinationsPageProps {
  readonly state: AppState;
  /** The destination to change, where the address names one. */
  readonly destinationId: string | undefined;
  /** The kind of a new one, likewise. */
  readonly adapter: AdapterId | undefined;
}

/** The places that keys go to, and setting them up. */
export function DestinationsPage({ state, destinationId, adapter }: DestinationsPageProps) {
  const { openApp } = usePlatform();
  const [saved, setSaved] = useState<string>();
  const portal = state.destinations.find(
    ({ id, adapter: kind }) => id === destinationId && kind === 'portal',
  );
  const close = () => openApp('#destinations');
  const done = (label: string) => {
    setSaved(label);
    close();
  };
  return (
    <>
      <h1>{i18n.t('ui.nav.destinations')}</h1>
      <p className="quiet">{i18n.t('ui.destinations.lead')}</p>
      <DamagedDestinations damaged={state.damagedDestinations} />
      <DestinationList destinations={state.destinations} moving={portal?.id} onMoved={close} />
      <div aria-live="polite">
        {saved !== undefined && <Notice tone="good">{i18n.t('ui.form.saved', [saved])}</Notice>}
      </div>
      {destinationId !== undefined && !portal ? (
        <Change key={destinationId} destinationId={destinationId} onSaved={done} onCancel={close} />
      ) : adapter === undefined ? (
        <DestinationKinds
          onChoose={(kind) => {
            setSaved(undefined);
            openApp(`#destinations/new/${kind}`);
          }}
        />
      ) : (
        <DestinationSettingsForm
          key={adapter}
          form={FORMS[adapter]}
          onSaved={done}
          onCancel={close}
        />
      )}
    </>
  );
}

interface ChangeProps {
  readonly destinationId: string;
  readonly onSaved: (label: string) => void;
  readonly onCancel: () => void;
}

function Change({ destinationId, onSaved, onCancel }: ChangeProps) {
  const [saved, setSaved] = useState<SavedDestination>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    void send('destination/read', { destinationId }).then(setSaved, setError);
  }, [destinationId]);
  if (error !== undefined) {
    return (
      <Notice tone="red" alert>
        {describeError(error)}
      </Notice>
    );
  }
  if (!saved) return <p className="quiet">{i18n.t('ui.loading')}</p>;
  return (
    <DestinationSettingsForm
      form={FORMS[saved.adapter]}
      saved={{ ...saved, destinationId }}
      onSaved={onSaved}
      onCancel={onCancel}
    />
  );
}
