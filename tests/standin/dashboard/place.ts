import { useSyncExternalStore } from 'react';

const followers = new Set<() => void>();

/** Goes to an address of the dashboard without loading a page (openai-platform.md §1.9). */
export function go(to: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', to);
  else history.replaceState(null, '', to);
  for (const tell of followers) tell();
}

/** Where the page is: its path and query. */
export function usePlace(): URL {
  return new URL(useSyncExternalStore(follow, () => location.href));
}

function follow(onChange: () => void): () => void {
  followers.add(onChange);
  addEventListener('popstate', onChange);
  return () => {
    followers.delete(onChange);
    removeEventListener('popstate', onChange);
  };
}
