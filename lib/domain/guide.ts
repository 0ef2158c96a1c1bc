import type { CreateForm, PageSnapshot } from './snapshot';

/** The part of a step that decides when it is done. */
export interface StepRule {
  readonly id: string;
  isDone(snapshot: PageSnapshot): boolean;
}

/** Where a guide stands. `index` is the present step's place in the flow. */
export interface GuideState {
  readonly phase: 'guiding' | 'captured' | 'finished';
  readonly index: number;
  /** Steps that the person did where the page can't be read, or left out. */
  readonly byHand: readonly string[];
  /** What the create dialog last showed as chosen. */
  readonly chosen?: CreateForm | undefined;
}

/** What can happen to a guide. */
export type GuideEvent =
  | { readonly type: 'observed'; readonly snapshot: PageSnapshot }
  | { readonly type: 'done-by-hand'; readonly stepId: string }
  | { readonly type: 'captured' }
  | { readonly type: 'again' };

/** A guide at its start. */
export const GUIDE_START: GuideState = { phase: 'guiding', index: 0, byHand: [] };

/**
 * The next state. The page advances the guide: the present step is the first one that the page
 * does not show as done, so a closed dialog leads back and a filled form leads on. A flow that the
 * page shows as done is finished; one that ends with a key ends when the dialog of the captured key
 * closes.
 */
export function transition(
  rules: readonly StepRule[],
  state: GuideState,
  event: GuideEvent,
): GuideState {
  switch (event.type) {
    case 'captured':
      return { ...state, phase: 'captured', index: rules.length };
    case 'again':
      return GUIDE_START;
    case 'done-by-hand':
      return state.byHand.includes(event.stepId)
        ? state
        : { ...state, byHand: [...state.byHand, event.stepId] };
    case 'observed':
      return observe(rules, state, event.snapshot);
  }
}

function observe(
  rules: readonly StepRule[],
  state: GuideState,
  snapshot: PageSnapshot,
): GuideState {
  if (state.phase === 'finished') return state;
  if (state.phase === 'captured') {
    const isShown = snapshot.dialog === 'reveal' || snapshot.keyVisible;
    return isShown ? state : { ...state, phase: 'finished' };
  }
  const open = rules.findIndex((rule) => !state.byHand.includes(rule.id) && !rule.isDone(snapshot));
  const isOver = open === -1 && rules.length > 0;
  return {
    ...state,
    phase: isOver ? 'finished' : 'guiding',
    index: open === -1 ? rules.length : open,
    chosen: snapshot.form ?? state.chosen,
  };
}
