import { useCallback, useEffect, useRef, useState } from 'react';
import { send } from '@/lib/messaging/client';
import type { MessageAnswer, MessageName, MessageRequest } from '@/lib/messaging/protocol';
import { usePlatform } from './platform';

/** An answer of the background that follows what it tells of, or why it could not be had. */
export interface LiveAnswer<T> {
  readonly answer?: T;
  readonly error?: unknown;
  readonly reload: () => void;
}

/** Asks the background, and again whenever the question or what is shown anywhere changes. */
export function useAnswer<N extends MessageName>(
  name: N,
  request: MessageRequest<N>,
): LiveAnswer<MessageAnswer<N>> {
  const { watch } = usePlatform();
  const [shown, setShown] = useState<Omit<LiveAnswer<MessageAnswer<N>>, 'reload'>>({});
  const latest = useRef(0);
  const asked = JSON.stringify(request);

  const reload = useCallback(() => {
    // Answers may overtake each other; only the last question's answer counts.
    const question = ++latest.current;
    const isLatest = () => question === latest.current;
    void send(name, JSON.parse(asked) as MessageRequest<N>).then(
      (answer) => isLatest() && setShown({ answer }),
      (error: unknown) => isLatest() && setShown((before) => ({ ...before, error })),
    );
  }, [name, asked]);

  useEffect(() => {
    const stop = watch(reload);
    reload();
    return stop;
  }, [watch, reload]);

  return { ...shown, reload };
}
