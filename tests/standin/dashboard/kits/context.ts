import { createContext, useContext } from 'react';
import { ask } from '../server.ts';
import { KIT_NAMES, type Kit, type KitName } from './kit.ts';

const LOADERS: Readonly<Record<KitName, () => Promise<{ KIT: Kit }>>> = {
  openai: () => import('./openai.tsx'),
  radix: () => import('./radix.tsx'),
  native: () => import('./native.tsx'),
  'headless-ui': () => import('./headless-ui.tsx'),
  'react-aria': () => import('./react-aria.tsx'),
  'base-ui': () => import('./base-ui.tsx'),
};

/** The kit that the page is shown with. */
export const KitContext = createContext<Kit | undefined>(undefined);

/** The widgets of the page's kit. */
export function useKit(): Kit {
  const kit = useContext(KitContext);
  if (!kit) throw new Error('There is no kit.');
  return kit;
}

/** Loads the kit that the address names (`?kit=native`), which the tab remembers; else the one that the server names. */
export async function loadKit(): Promise<Kit> {
  const asked = new URLSearchParams(location.search).get('kit');
  if (asked) sessionStorage.setItem('kit', asked);
  const chosen = sessionStorage.getItem('kit');
  const name =
    KIT_NAMES.find((each) => each === chosen) ?? (await ask<{ kit: KitName }>('GET', 'kit')).kit;
  return (await LOADERS[name]()).KIT;
}
