import { useSyncExternalStore } from 'react';
import type { AdapterId } from '@/lib/domain/naming';
import { KINDS } from '../destinations/forms/all';
import { listingOf, type KeyListing } from '../keys/key-hash';

/** A place in the app page, as its address names it after the `#`. */
export type Route =
  /** With what is listed, where the address says it. */
  | { readonly page: 'keys'; readonly listing?: KeyListing }
  /** With the form for the owner's words about it, or without. */
  | { readonly page: 'key'; readonly keyId: string; readonly edits?: true }
  /** With the destination that is to be changed, or the kind of a new one. */
  | {
      readonly page: 'destinations';
      readonly destinationId?: string;
      readonly adapter?: AdapterId;
    }
  /** All of it, or what happened to one key. */
  | { readonly page: 'activity'; readonly itemId?: string }
  | { readonly page: 'recipes' }
  /** With the block that is asked for, such as `lock`, and whether its form is open. */
  | { readonly page: 'settings'; readonly block?: string; readonly opens?: true }
  /** The recovery kit; the way back from one; what can be done without the passphrase. */
  | { readonly page: 'recovery' | 'restore' | 'forgot' }
  /** The list of keys, after the passkey that was asked for elsewhere. */
  | { readonly page: 'unlock' }
  | RecipeRoute;

/** A place about one recipe. */
export type RecipeRoute =
  | { readonly page: 'recipe-import' }
  /** One's own recipe in its form: a new one, or with an id that one. */
  | { readonly page: 'recipe-form'; readonly recipeId?: string }
  | { readonly page: 'recipe'; readonly recipeId: string };

/** The place that a hash names; anything unknown is the list of keys. */
export function routeOf(hash: string): Route {
  const [path = '', query] = hash.replace(/^#\/?/, '').split('?', 2);
  const [place, what, then] = path.split('/').map(decoded);
  switch (place) {
    case 'destinations':
      return destinationRoute(what, then);
    case 'activity':
      return { page: 'activity', ...(what ? { itemId: what } : {}) };
    case 'recipes':
      return recipeRoute(what, then);
    case 'settings':
      return {
        page: 'settings',
        ...(what ? { block: what } : {}),
        ...(then === 'change' ? { opens: true } : {}),
      };
    case 'recovery':
    case 'restore':
    case 'forgot':
    case 'unlock':
      return { page: place };
    case 'keys':
    default:
      if (place === 'keys' && what) {
        return { page: 'key', keyId: what, ...(then === 'edit' ? { edits: true } : {}) };
      }
      return { page: 'keys', ...(query ? { listing: listingOf(query) } : {}) };
  }
}

function destinationRoute(what: string | undefined, then: string | undefined): Route {
  if (!what) return { page: 'destinations' };
  if (what !== 'new') return { page: 'destinations', destinationId: what };
  const adapter = KINDS.find((kind) => kind === then);
  return { page: 'destinations', ...(adapter ? { adapter } : {}) };
}

function recipeRoute(what: string | undefined, then: string | undefined): Route {
  if (!what) return { page: 'recipes' };
  if (what === 'import') return { page: 'recipe-import' };
  if (what === 'new') return { page: 'recipe-form' };
  return then === 'edit'
    ? { page: 'recipe-form', recipeId: what }
    : { page: 'recipe', recipeId: what };
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

/** Shows another place of the app page in the stead of this one: the way back leads past it. */
export function replaceHash(hash: string): void {
  location.replace(hash);
}

function listen(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
