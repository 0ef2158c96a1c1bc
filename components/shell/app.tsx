import { i18n } from '#i18n';
import type { AppState } from '@/lib/domain/views';
import { ActivityPage } from '../activity/activity-page';
import { KeyActivity } from '../activity/key-activity';
import { DestinationsPage } from '../destinations/destinations-page';
import { HeldKey } from '../keys/held-key';
import { KeyPage } from '../keys/key-page';
import { KeysPage } from '../keys/keys-page';
import { UnderWay } from '../keys/under-way';
import { message } from '../message';
import { PaletteDoor } from '../palette/door';
import { ImportPage } from '../recipes/import-page';
import { OwnPage } from '../recipes/own-page';
import { RecipePage } from '../recipes/recipe-page';
import { RecipesPage } from '../recipes/recipes-page';
import { isStuck } from '../screen';
import { SettingsPage } from '../settings/settings-page';
import { BackupOffer } from '../recovery/backup-offer';
import { ForgotPage } from '../recovery/forgot-page';
import { RecoveryPage } from '../recovery/recovery-page';
import { RestorePage } from '../recovery/restore-page';
import { useAppState } from '../use-app-state';
import { Broken } from '../vault/broken';
import { Setup } from '../vault/setup';
import { Unlock } from '../vault/unlock';
import { LockButton } from './lock-button';
import { Mark } from './mark';
import { OpenAiAccess } from './openai-access';
import { Back } from './back';
import { Removals } from './removals';
import { routeOf, useHash, type RecipeRoute, type Route } from './route';
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
        {open && <PaletteDoor state={state} />}
        {open && <LockButton />}
      </header>
      {/* Another element than the one that follows it, which may be narrower: nothing moves. */}
      {state === undefined && (
        <main key="waiting" className="app-body">
          <Waiting live={live} />
        </main>
      )}
      {state && (
        <main key="shown" className={open ? 'app-body' : 'app-body app-narrow card'}>
          <OpenAiAccess withdrawn={state.withdrawn} />
          {isStuck(state.held) && <HeldKey held={state.held} />}
          {state.vault === 'broken' &&
            (route.page === 'recovery' ? (
              <RecoveryPage state={state} rescue />
            ) : (
              <Broken state={state} onAgain={live.reload} />
            ))}
          {open && <Removals removed={state.removed} page={route.page} />}
          {state.vault !== 'broken' && <Content state={state} route={route} />}
        </main>
      )}
    </>
  );
}

const SECTIONS = ['keys', 'destinations', 'recipes', 'activity', 'settings'] as const;

function Sections({ route }: { readonly route: Route }) {
  const [here] = route.page.split('-');
  return (
    <nav aria-label={i18n.t('ui.nav.label')}>
      {SECTIONS.map((section) => (
        <a
          key={section}
          href={`#${section}`}
          aria-current={here !== undefined && section.startsWith(here) ? 'page' : undefined}
        >
          {message(`ui.nav.${section}`)}
        </a>
      ))}
    </nav>
  );
}

function Content({ state, route }: { readonly state: AppState; readonly route: Route }) {
  if (route.page === 'restore') return <RestorePage state={state} />;
  if (route.page === 'forgot' && state.vault === 'locked') return <ForgotPage />;
  if (state.vault === 'missing') return <Setup state={state} />;
  if (state.vault === 'locked') {
    return <Unlock state={state} byPasskey={route.page === 'unlock'} />;
  }
  switch (route.page) {
    case 'forgot':
    case 'unlock':
    case 'keys':
      return (
        <>
          <UnderWay count={state.underWay} />
          <KeysPage state={state} {...(route.page === 'keys' ? route.listing : undefined)} />
          <BackupOffer backup={state.backup} />
        </>
      );
    case 'key':
      return (
        <>
          <Back to="keys" />
          <div className="card app-key">
            <KeyPage
              key={route.keyId}
              keyId={route.keyId}
              state={state}
              edits={route.edits === true}
            />
          </div>
          <KeyActivity key={route.keyId} itemId={route.keyId} />
        </>
      );
    case 'destinations':
      return (
        <DestinationsPage
          state={state}
          adapter={route.adapter}
          destinationId={route.destinationId}
        />
      );
    case 'activity':
      return <ActivityPage key={route.itemId} itemId={route.itemId} />;
    case 'recipes':
      return <RecipesPage state={state} />;
    case 'settings':
      return <SettingsPage state={state} block={route.block} opens={route.opens === true} />;
    case 'recovery':
      return (
        <>
          <Back to="settings" />
          <div className="card app-recovery">
            <RecoveryPage state={state} />
          </div>
        </>
      );
    case 'recipe':
    case 'recipe-form':
    case 'recipe-import':
      return (
        <>
          <Back to="recipes" />
          <div className="card app-recipe">
            <OneRecipe route={route} />
          </div>
        </>
      );
  }
}

function OneRecipe({ route }: { readonly route: RecipeRoute }) {
  switch (route.page) {
    case 'recipe':
      return <RecipePage key={route.recipeId} recipeId={route.recipeId} />;
    case 'recipe-form':
      return <OwnPage recipeId={route.recipeId} />;
    case 'recipe-import':
      return <ImportPage />;
  }
}
