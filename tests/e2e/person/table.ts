import { BY_HAND, compared } from './by-hand.ts';
import { secondsOf, sum, without, type Effort } from './klm.ts';
import type { Seed } from './seeds.ts';

/** What a key costs in each situation. */
export interface Situations {
  readonly first: Effort;
  /** The vault is open, and no key has gone to this place. */
  readonly there: Effort;
  readonly locked: Effort;
  readonly unlocked: Effort;
}

/** A product's situations: where only the unlocked one was run, the others cost so much more as they do for DoiT. */
export function situationsOf(unlocked: Effort, measured: Situations): Situations {
  const more = (than: Effort) => sum(unlocked, without(than, measured.unlocked));
  return {
    first: more(measured.first),
    there: more(measured.there),
    locked: more(measured.locked),
    unlocked,
  };
}

/** What a product's own instructions cost. */
export function byHand({ recipeId }: Pick<Seed, 'recipeId'>): Effort {
  const found = BY_HAND.find((each) => each.recipeId === recipeId);
  if (!found) throw new Error(`Nobody has counted ${recipeId}’s instructions.`);
  return compared(found);
}

/** How many times less of the model's time the one costs than the other. */
export function timesLess(ours: Effort, theirs: Effort): number {
  return secondsOf(theirs) / secondsOf(ours);
}

/** The row of the README's table, in Markdown, without what the formatter adds. */
export function rowOf(product: string, seed: Seed, ours: Situations): readonly string[] {
  const theirs = byHand(seed);
  return [
    product,
    cell(theirs),
    cell(ours.first),
    cell(ours.there),
    cell(ours.locked),
    cell(ours.unlocked),
    `${timesLess(ours.there, theirs).toFixed(1)} ×, then ${timesLess(ours.unlocked, theirs).toFixed(1)} × less`,
    seed.proved,
  ];
}

function cell(effort: Effort): string {
  const { clicks, keys, switches, copies } = effort;
  return `${[clicks, keys, switches, copies].join(' · ')} · ${Math.round(secondsOf(effort))} s`;
}
