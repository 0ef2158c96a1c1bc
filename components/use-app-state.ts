import type { AppState } from '@/lib/domain/views';
import { useAnswer } from './use-answer';

/** The state of everything, or why it could not be had. */
export interface LiveState {
  readonly state?: AppState;
  readonly error?: unknown;
  readonly reload: () => void;
}

/** Asks the background for the state, and again whenever it reports a change. */
export function useAppState(): LiveState {
  const { answer, ...live } = useAnswer('app/state', {});
  return answer === undefined ? live : { ...live, state: answer };
}
