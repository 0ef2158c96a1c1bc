import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppState } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { usePlatform } from './platform';

/** The state of everything, or why it could not be had. */
export interface LiveState {
  readonly state?: AppState;
  readonly error?: unknown;
  readonly reload: () => void;
}

/** Asks the background for the state, and again whenever it reports a change. */
export function useAppState(): LiveState {
  const { watch } = usePlatform();
  const [answer, setAnswer] = useState<Omit<LiveState, 'reload'>>({});
  const latest = useRef(0);

  const reload = useCallback(() => {
    // Answers may overtake each other; only the last question's answer counts.
    const question = ++latest.current;
    const isLatest = () => question === latest.current;
    void send('app/state', {}).then(
      (state) => isLatest() && setAnswer({ state }),
      (error: unknown) => isLatest() && setAnswer((before) => ({ ...before, error })),
    );
  }, []);

  useEffect(() => {
    const stop = watch(reload);
    reload();
    return stop;
  }, [watch, reload]);

  return { ...answer, reload };
}
