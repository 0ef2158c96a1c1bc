import { useEffect, useState, type MouseEvent } from 'react';
import { KeysPage } from './keys-page.tsx';

const ADMIN_KEYS = '/settings/organization/admin-keys';

/** The sidebar of August 2026 (openai-platform.md §1.1). The last two are the Settings pages that a guide passes. */
const LINKS: readonly (readonly [path: string, label: string])[] = [
  ['/home', 'Home'],
  ['/chat/edit', 'Chat'],
  ['/audio', 'Audio'],
  ['/playground/images', 'Images'],
  ['/codex', 'Codex'],
  ['/api-keys', 'API Keys'],
  ['/usage', 'Usage'],
  ['/logs', 'Logs'],
  ['/batches', 'Batches'],
  ['/storage', 'Storage'],
  ['/plugins', 'Plugins'],
  ['/settings/proj_fake', 'Settings'],
  ['/settings/organization/general', 'General'],
  [ADMIN_KEYS, 'Admin keys'],
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
  if (path === '/login') return <h1>Log in</h1>;
  return (
    <div className="shell">
      <aside aria-label="Main navigation">
        <div className="bar">
          <button type="button">Default project</button>
          <button type="button" aria-label="Collapse sidebar">
            «
          </button>
        </div>
        {LINKS.map(([to, label]) => (
          <a
            key={to}
            href={to}
            aria-current={to === path ? 'page' : undefined}
            onClick={(event) => go(event, to)}
          >
            {label}
          </a>
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

function Page({ path }: { path: string }) {
  if (path === ADMIN_KEYS) return <KeysPage key="admin" kind="admin" />;
  // The same page under three addresses (openai-platform.md §1.1).
  if (/^(\/api-keys|\/settings\/(organization|proj_\w+)\/api-keys)$/.test(path)) {
    return <KeysPage key="project" kind="project" />;
  }
  return <h1>{LINKS.find(([to]) => to === path)?.[1] ?? 'Home'}</h1>;
}
