import { useSyncExternalStore } from 'react';

/** A place in the app page, as its address names it after the `#`. */
export type Route =
  | { readonly page: 'keys' }
  | { readonly page: 'key'; readonly keyId: string }
  | { readonly page: 'destinations' };

/** The place that a hash names; anything unknown is the list of keys. */
export function routeOf(hash: string): Route {
  if (hash === '#destinations') return { page: 'destinations' };
  const keyId = /^#keys\/([^/]+)$/.exec(hash)?.[1];
  return keyId === undefined ? { page: 'keys' } : { page: 'key', keyId: decoded(keyId) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The page's hash, as it changes. */
export function useHash(): string {
  return useSyncExternalStore(listen, () => location.hash);
}

function listen(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
