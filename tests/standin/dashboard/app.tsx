import { useEffect, useState, type MouseEvent } from 'react';
import { KeysPage } from './keys-page.tsx';

const ADMIN = '/settings/organization/admin-keys';
const PAGES: readonly (readonly [path: string, label: string])[] = [
  ['/home', 'Home'],
  ['/api-keys', 'API keys'],
  ['/usage', 'Usage'],
  ['/settings/organization/general', 'Settings'],
  [ADMIN, 'Admin keys'],
];

/** The dashboard's frame, with navigation that never loads a page (openai-platform.md §1.2, §1.9). */
export function App() {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const follow = () => setPath(location.pathname);
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = (event: MouseEvent, to: string) => {
    event.preventDefault();
    history.pushState(null, '', to);
    setPath(to);
  };
  return (
    <div className="shell">
      <aside aria-label="Main navigation">
        <button type="button">Default project</button>
        <nav>
          {PAGES.map(([to, label]) => (
            <a
              key={to}
              href={to}
              aria-current={to === path ? 'page' : undefined}
              onClick={(event) => go(event, to)}
            >
              {label}
            </a>
          ))}
        </nav>
        <button type="button">P Personal Organization</button>
      </aside>
      <main>
        <Page path={path} />
      </main>
    </div>
  );
}

function Page({ path }: { path: string }) {
  if (path === ADMIN) return <KeysPage key="admin" kind="admin" />;
  if (path === '/api-keys') return <KeysPage key="project" kind="project" />;
  if (path === '/login') return <h1>Log in</h1>;
  return <h1>{PAGES.find(([to]) => to === path)?.[1] ?? 'Home'}</h1>;
}
