import { createContext, use, useEffect, useSyncExternalStore } from 'react';
import { readScene, USUAL_SCENE, type Scene } from '../scene.ts';
import { go } from './place.ts';
import { ask } from './server.ts';

// Of this tab's session: what a person wrote into the address, over what the server plays.
const STORED = 'scene';

let playing: Scene | undefined;
const followers = new Set<() => void>();

/** The scene that the page plays. */
export const SceneContext = createContext<Scene>(USUAL_SCENE);

export const useScene = (): Scene => use(SceneContext);

/**
 * The scene at an address: the server's, with this tab's own over it. `?scene=` sets the tab's, and goes from the
 * address; an empty one forgets it. Asked for anew at each address, and undefined before the first answer.
 */
export function useSceneAt({ href }: URL): Scene | undefined {
  useEffect(() => {
    let current = true;
    takeFromAddress(new URL(href));
    void ask<Scene>('GET', 'scene').then((served) => {
      if (current) play(served, ofThisTab());
    });
    return () => {
      current = false;
    };
  }, [href]);
  return useSyncExternalStore(follow, () => playing);
}

/** Tells the server what is behind the person now, for this tab and every other. */
export async function pass(changes: Partial<Scene>): Promise<void> {
  const kept = Object.entries(ofThisTab()).filter(([field]) => !(field in changes));
  sessionStorage.setItem(STORED, JSON.stringify(Object.fromEntries(kept)));
  play(await ask<Scene>('POST', 'scene', changes), ofThisTab());
}

/** Runs something as late as the scene has it. */
export function later(slowMs: number, run: () => void): void {
  if (slowMs > 0) setTimeout(run, slowMs);
  else run();
}

function takeFromAddress(address: URL): void {
  const written = address.searchParams.get('scene');
  if (written === null) return;
  try {
    sessionStorage.setItem(STORED, JSON.stringify(readScene(written)));
  } catch (error) {
    alert(error);
  }
  address.searchParams.delete('scene');
  go(address.href, 'replace');
}

function ofThisTab(): Partial<Scene> {
  return JSON.parse(sessionStorage.getItem(STORED) ?? '{}') as Partial<Scene>;
}

function play(...layers: readonly Partial<Scene>[]): void {
  playing = Object.assign({ ...USUAL_SCENE }, ...layers) as Scene;
  for (const tell of followers) tell();
}

function follow(onChange: () => void): () => void {
  followers.add(onChange);
  return () => {
    followers.delete(onChange);
  };
}
