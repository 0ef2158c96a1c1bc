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
  readonly byHand: readonly string[];
  /** What the create dialog last showed as chosen. */
  readonly chosen?: CreateForm;
}

/** What can happen to a guide. */
export type GuideEvent =
  | { readonly type: 'observed'; readonly snapshot: PageSnapshot }
  | { readonly type: 'done-by-hand'; readonly stepId: string }
  | { readonly type: 'captured' };

/** A guide at its start. */
export const GUIDE_START: GuideState = { phase: 'guiding', index: 0, byHand: [] };

/**
 * The next state. The page advances the guide: the present step is the first one that the page
 * does not show as done, so a closed dialog leads back and a filled form leads on. Once captured,
 * only the closing of the reveal dialog ends it.
 */
export function transition(
  rules: readonly StepRule[],
  state: GuideState,
  event: GuideEvent,
): GuideState {
  switch (event.type) {
    case 'captured':
      return { ...state, phase: 'captured', index: rules.length };
    case 'done-by-hand':
      return state.byHand.includes(event.stepId)
        ? state
        : { ...state, byHand: [...state.byHand, event.stepId] };
    case 'observed': {
      const { snapshot } = event;
      if (state.phase === 'captured') {
        return snapshot.dialog === 'reveal' ? state : { ...state, phase: 'finished' };
      }
      if (state.phase === 'finished') return state;
      const open = rules.findIndex(
        (rule) => !state.byHand.includes(rule.id) && !rule.isDone(snapshot),
      );
      return {
        ...state,
        index: open === -1 ? rules.length : open,
        ...(snapshot.form ? { chosen: snapshot.form } : {}),
      };
    }
  }
}
