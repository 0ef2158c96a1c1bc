import { useEffect, type MouseEvent } from 'react';
import { KeysPage } from './keys-page.tsx';
import { HomePage } from './home-page.tsx';
import { go, usePlace } from './place.ts';
import { pass, SceneContext, useScene, useSceneAt } from './scene.ts';
import { ADMIN_KEYS, linksOf, type SidebarLink } from './sidebar.ts';
import { askedFor, CALLBACK, leaveForSignIn, SignIn } from './sign-in.tsx';
import { Wizard } from './wizard.tsx';
import { WorkspaceConsole } from './workspace-console.tsx';

const KEYS = /^(\/api-keys|\/settings\/(organization|proj_\w+)\/api-keys)$/;

/** The page of the host that was asked for, once it is known what to play. */
export function App() {
  const place = usePlace();
  const scene = useSceneAt(place);
  if (!scene) return null;
  return (
    <SceneContext value={scene}>
      {place.hostname === 'auth.openai.com' ? (
        <SignIn place={place} />
      ) : place.hostname === 'chatgpt.com' ? (
        <WorkspaceConsole />
      ) : (
        <Dashboard place={place} />
      )}
    </SceneContext>
  );
}

/** The dashboard's frame, with navigation that never loads a page (openai-platform.md §1.2, §1.9). */
function Dashboard({ place }: { place: URL }) {
  const scene = useScene();
  const path = place.pathname;
  if (useRedirects(place)) return null;
  if (path === '/login') return <h1>Log in</h1>;
  if (path === '/welcome') return <Wizard step={place.searchParams.get('step')} />;
  return (
    <div className="shell">
      <aside aria-label="Main navigation">
        <div className="bar">
          <button type="button">Default project</button>
          <button type="button" aria-label="Collapse sidebar">
            «
          </button>
        </div>
        {linksOf(scene).map((link) => (
          <Link key={link[0]} link={link} path={path} />
        ))}
        <button type="button" aria-label="More navigation items">
          …
        </button>
        <button type="button">P Personal Organization</button>
      </aside>
      <main>
        <Page path={path} />
      </main>
    </div>
  );
}

function Link({ link: [to, label], path }: { link: SidebarLink; path: string }) {
  const follow = (event: MouseEvent) => {
    // The other console is another site.
    if (!to.startsWith('/')) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={to} aria-current={to === path ? 'page' : undefined} onClick={follow}>
      {label}
    </a>
  );
}

function Page({ path }: { path: string }) {
  const scene = useScene();
  const link = linksOf(scene).find(([to]) => to === path);
  if (path === ADMIN_KEYS && link) return <KeysPage key="admin" kind="admin" />;
  // The same page under three addresses (openai-platform.md §1.1).
  if (KEYS.test(path)) return <KeysPage key="project" kind="project" />;
  if (path === '/home') return <HomePage />;
  return <h1>{link?.[1] ?? 'Home'}</h1>;
}

/** Whether another address comes first: the sign-in, or the wizard (openai-platform.md §1.1, §1.8). */
function useRedirects(place: URL): boolean {
  const { signedIn, firstRun } = useScene();
  const { href, pathname } = place;
  const isCallback = pathname === CALLBACK;
  // The way into the wizard that Innoslate's page shows is the banner at home.
  const isWelcomed = firstRun !== false && (pathname === '/' || KEYS.test(pathname));
  useEffect(() => {
    if (isCallback) {
      void pass({ signedIn: true }).then(() => go(askedFor(new URL(href)), 'replace'));
    } else if (!signedIn) {
      leaveForSignIn(new URL(href));
    } else if (isWelcomed) {
      go('/welcome?step=create', 'replace');
    }
  }, [href, isCallback, isWelcomed, signedIn]);
  return isCallback || !signedIn || isWelcomed;
}
