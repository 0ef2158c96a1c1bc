import { i18n } from '#i18n';
import type { AppState } from '@/lib/domain/views';
import { AwsForm } from '../destinations/aws-form';
import { DestinationList } from '../destinations/destination-list';
import { KeyPanel } from '../keys/key-panel';
import { KeysTable } from '../keys/keys-table';
import { Icon } from '../ui/icon';
import { useAppState } from '../use-app-state';
import { Setup } from '../vault/setup';
import { Unlock } from '../vault/unlock';
import { LockButton } from './lock-button';
import { Mark } from './mark';
import { routeOf, useHash, type Route } from './route';
import { Waiting } from './waiting';

/** The full page: every key, and the places that keys go to. */
export function App() {
  const live = useAppState();
  const route = routeOf(useHash());
  const { state } = live;
  const open = state?.vault === 'unlocked';
  return (
    <>
      <header className="app-head">
        <Mark />
        <span className="brand">{i18n.t('ui.brand')}</span>
        {open && <Sections route={route} />}
        {open && <LockButton />}
      </header>
      <main className={open ? 'app-body' : 'app-body app-narrow card'}>
        {state ? <Content state={state} route={route} /> : <Waiting live={live} />}
      </main>
    </>
  );
}

function Sections({ route }: { readonly route: Route }) {
  const inDestinations = route.page === 'destinations';
  return (
    <nav aria-label={i18n.t('ui.nav.label')}>
      <a href="#keys" aria-current={inDestinations ? undefined : 'page'}>
        {i18n.t('ui.nav.keys')}
      </a>
      <a href="#destinations" aria-current={inDestinations ? 'page' : undefined}>
        {i18n.t('ui.nav.destinations')}
      </a>
    </nav>
  );
}

function Content({ state, route }: { readonly state: AppState; readonly route: Route }) {
  if (state.vault === 'missing') return <Setup state={state} />;
  if (state.vault === 'locked') return <Unlock state={state} />;
  switch (route.page) {
    case 'keys':
      return (
        <>
          <h1>{i18n.t('ui.nav.keys')}</h1>
          <p className="quiet">{i18n.t('ui.keys.lead')}</p>
          <KeysTable keys={state.keys} />
        </>
      );
    case 'key': {
      const key = state.keys.find(({ id }) => id === route.keyId);
      return (
        <>
          <a className="app-back" href="#keys">
            <Icon name="back" />
            {i18n.t('ui.nav.keys')}
          </a>
          <div className="card app-key">
            {key ? (
              <KeyPanel key={key.id} keyView={key} state={state} />
            ) : (
              <p>{i18n.t('ui.keys.gone')}</p>
            )}
          </div>
        </>
      );
    }
    case 'destinations':
      return (
        <>
          <h1>{i18n.t('ui.nav.destinations')}</h1>
          <p className="quiet">{i18n.t('ui.destinations.lead')}</p>
          <DestinationList destinations={state.destinations} />
          <AwsForm />
        </>
      );
  }
}
