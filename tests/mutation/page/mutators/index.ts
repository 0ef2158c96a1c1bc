import type { Mutator } from '../scene.ts';
import { ATTRIBUTES } from './attributes.ts';
import { CHOICES } from './choices.ts';
import { DECOYS } from './decoys.ts';
import { DIALOGS } from './dialogs.ts';
import { HIDDEN_COPIES } from './hidden-copies.ts';
import { LABELS } from './labels.ts';
import { ORDER } from './order.ts';
import { TAGS } from './tags.ts';
import { TIES } from './ties.ts';
import { TRANSLATIONS } from './translations.ts';

/**
 * Every mutator, by themes in the order in which they are applied: what a thing is, then what it is
 * called, then what else there is, then how its markup looks.
 */
export const MUTATORS: readonly (readonly Mutator[])[] = [
  CHOICES,
  TAGS,
  TIES,
  LABELS,
  ORDER,
  DIALOGS,
  DECOYS,
  HIDDEN_COPIES,
  ATTRIBUTES,
];

export { TRANSLATIONS };
