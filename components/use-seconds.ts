import { useSyncExternalStore } from 'react';

/** The whole seconds that are left until a moment (epoch milliseconds), counted down; 0 without one. */
export function useSecondsUntil(until: number | undefined): number {
  return useSyncExternalStore(eachSecond, () =>
    until === undefined ? 0 : Math.max(0, Math.ceil((until - Date.now()) / 1000)),
  );
}

function eachSecond(changed: () => void): () => void {
  const timer = setInterval(changed, 1_000);
  return () => clearInterval(timer);
}
