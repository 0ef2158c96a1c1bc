import { createContext, use, useEffect, useState, type ReactNode } from 'react';

const Values = createContext<Map<string, unknown> | undefined>(undefined);

const AGAIN_MS = 1_200;

/** A state that lives on when its component is thrown away and made anew inside {@link Remounted}. */
export function useKept<T>(id: string, initial: T): [T, (next: T) => void] {
  const values = use(Values);
  const [value, setValue] = useState((values?.get(id) as T | undefined) ?? initial);
  const set = (next: T) => {
    values?.set(id, next);
    setValue(next);
  };
  return [value, set];
}

/** Makes what it holds anew every 1.2 s: fresh nodes, the same values. What was true when it appeared stays so. */
export function Remounted({ when, children }: { when: boolean; children: ReactNode }) {
  const [values] = useState(() => (when ? new Map<string, unknown>() : undefined));
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!values) return;
    const timer = setInterval(() => setRound((count) => count + 1), AGAIN_MS);
    return () => clearInterval(timer);
  }, [values]);
  return (
    <Values key={round} value={values}>
      {children}
    </Values>
  );
}
