import { pageFor } from '@/lib/dashboard/routes';
import type { GuideState } from '@/lib/domain/guide';
import type { PageSnapshot } from '@/lib/domain/snapshot';
import { excessRows } from '@/lib/domain/warnings';
import type { Recipe } from '@/lib/recipes/recipe';
import type { Step } from './flow';

/** A wrong turn, as the locale key `guide.wrong.<kind>` and its words. */
export interface WrongTurn {
  readonly kind:
    | 'all_chosen'
    | 'read_only_chosen'
    | 'more_than_needed'
    | 'signed_out'
    | 'other_page'
    | 'no_anchor';
  readonly words: readonly string[];
}

/** What has gone another way than the recipe needs, if anything has. */
export function wrongTurn(
  recipe: Recipe,
  steps: readonly Step[],
  state: GuideState,
  snapshot: PageSnapshot,
): WrongTurn | undefined {
  if (state.phase !== 'guiding') return undefined;
  const { product, key } = recipe;
  if (snapshot.page === 'signed-out') return { kind: 'signed_out', words: [] };
  if (snapshot.page !== pageFor(key.kind).page && !snapshot.keyVisible) {
    return { kind: 'other_page', words: [key.kind === 'admin' ? 'Admin keys' : 'API keys'] };
  }
  const present = steps[state.index];
  const past = (id: string) => state.index >= steps.findIndex((step) => step.id === id);
  if (snapshot.form?.permission === 'all' && past(`permission-${key.permission}`)) {
    return { kind: 'all_chosen', words: [product] };
  }
  if (snapshot.form?.permission === 'read-only' && key.permission === 'restricted') {
    return { kind: 'read_only_chosen', words: [product] };
  }
  const [row] =
    snapshot.form?.permission === 'restricted' ? excessRows(key, snapshot.form.rows) : [];
  if (row !== undefined) return { kind: 'more_than_needed', words: [row, product] };
  if (present && present.id !== 'save' && !snapshot.anchors.includes(present.anchor)) {
    return { kind: 'no_anchor', words: [] };
  }
  return undefined;
}
