import { useCallback, useRef, useState } from 'react';

/** A thing that a press does, with what is shown while and after. */
export interface Action {
  readonly busy: boolean;
  readonly error?: unknown;
  /** Starts the work unless it runs already; true when it succeeded. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
}

/** Runs one piece of work at a time and keeps its error until the next try. */
export function useAction(): Action {
  const running = useRef(false);
  const [shown, setShown] = useState<{ busy: boolean; error?: unknown }>({ busy: false });

  const run = useCallback(async (work: () => Promise<unknown>) => {
    if (running.current) return false;
    running.current = true;
    setShown({ busy: true });
    try {
      await work();
      setShown({ busy: false });
      return true;
    } catch (error) {
      setShown({ busy: false, error });
      return false;
    } finally {
      running.current = false;
    }
  }, []);

  return { ...shown, run };
}
