import { pageFor } from '@/lib/dashboard/routes';
import type { GuideState } from '@/lib/domain/guide';
import type { PageSnapshot } from '@/lib/domain/snapshot';
import { excessRows } from '@/lib/domain/warnings';
import type { Recipe } from '@/lib/recipes/recipe';
import type { Step } from './step';

/** A wrong turn, as the locale key `guide.wrong.<kind>` and its words. */
export interface WrongTurn {
  readonly kind:
    | 'all_chosen'
    | 'read_only_chosen'
    | 'more_than_needed'
    | 'signed_out'
    | 'other_page'
    | 'phone'
    | 'no_rights'
    | 'blocked'
    | 'service_accounts_only'
    | 'not_ready'
    | 'in_the_way'
    | 'translated'
    | 'first_steps'
    | 'no_anchor';
  readonly words: readonly string[];
}

/** Controls that are not where they should be: the step is told as text. */
const MISSING: readonly WrongTurn['kind'][] = [
  'no_anchor',
  'in_the_way',
  'translated',
  'not_ready',
];
/** Kinds that say no more than that: pages render late, so they wait a little. */
const PATIENT: readonly WrongTurn['kind'][] = [...MISSING, 'first_steps', 'no_rights', 'blocked'];

/** True for a wrong turn in which the page lacks the control of the step. */
export function isMissing({ kind }: WrongTurn): boolean {
  return MISSING.includes(kind);
}

/** True for a wrong turn that may yet mend itself while the page renders. */
export function mayMend({ kind }: WrongTurn): boolean {
  return PATIENT.includes(kind);
}

/** What has gone another way than the recipe needs, if anything has. */
export function wrongTurn(
  recipe: Recipe,
  steps: readonly Step[],
  state: GuideState,
  snapshot: PageSnapshot,
): WrongTurn | undefined {
  if (state.phase !== 'guiding' || snapshot.keyVisible) return undefined;
  return (
    wrongPlace(recipe, snapshot) ??
    wrongChoice(recipe, steps, state, snapshot) ??
    missing(steps[state.index], snapshot)
  );
}

function wrongPlace({ product, key }: Recipe, snapshot: PageSnapshot): WrongTurn | undefined {
  const { page, obstacle } = snapshot;
  if (page === 'signed-out') return say('signed_out');
  if (page === 'welcome') return undefined;
  const fits =
    page === pageFor(key.kind).page || (key.kind === 'project' && page === 'org-api-keys');
  if (!fits) return say('other_page', key.kind === 'admin' ? 'Admin keys' : 'API keys');
  return obstacle && say(obstacle, product);
}

function wrongChoice(
  { product, key }: Recipe,
  steps: readonly Step[],
  state: GuideState,
  { form, anchors, disabled }: PageSnapshot,
): WrongTurn | undefined {
  if (!form) return undefined;
  const canBeOwn = anchors.includes('owner-user') && !disabled.includes('owner-user');
  const offersAccount = anchors.includes('owner-service-account');
  if (
    key.kind === 'project' &&
    offersAccount &&
    !canBeOwn &&
    !state.byHand.includes('own-account')
  ) {
    return say('service_accounts_only', product);
  }
  const isTurn = state.index >= steps.findIndex(({ id }) => id === `permission-${key.permission}`);
  const isSkipped = state.byHand.includes(`permission-${key.permission}`);
  if (form.permission === 'all' && key.permission !== 'all' && isTurn && !isSkipped) {
    return say('all_chosen', product, key.permission === 'restricted' ? 'Restricted' : 'Read only');
  }
  if (form.permission === 'read-only' && key.permission === 'restricted' && isTurn) {
    return say('read_only_chosen', product);
  }
  const [row] = form.permission === 'restricted' ? excessRows(key, form.rows) : [];
  return row !== undefined && !state.byHand.includes(`excess:${row}`)
    ? say('more_than_needed', row, product)
    : undefined;
}

function missing(
  step: Step | undefined,
  { page, anchors, disabled, dialog, translated }: PageSnapshot,
): WrongTurn | undefined {
  if (!step || step.sentence === 'save') return undefined;
  if (anchors.includes(step.anchor)) {
    const isLast = step.sentence === 'submit' || step.sentence === 'generate';
    return isLast && disabled.includes(step.anchor) ? say('not_ready') : undefined;
  }
  if (translated) return say('translated');
  if (page === 'welcome' && dialog === 'none') return say('first_steps');
  return say(dialog === 'other' || dialog === 'edit' ? 'in_the_way' : 'no_anchor');
}

function say(kind: WrongTurn['kind'], ...words: string[]): WrongTurn {
  return { kind, words };
}
