import type { KeyView, RecipeView } from '@/lib/domain/views';
import { language } from '../language';
import { kindWords } from '../message';

/** What a key is called: what it is for, else its own name, else its kind. */
export function titleOf(key: KeyView, recipes: readonly RecipeView[]): string {
  if (key.product === undefined) return key.name ?? kindWords(key.kind);
  const purpose = recipes.find(({ id }) => id === key.recipeId)?.purpose;
  return purpose === undefined ? key.product : `${key.product} · ${purpose}`;
}

/** A day as people here write it. */
export function dayWords(date: Date | number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(date);
}

/** A moment as people here write it. */
export function momentWords(at: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'medium' }).format(
    at,
  );
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long ago a moment is, such as "3 days ago". */
export function agoWords(at: number, now: number = Date.now()): string {
  const format = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' });
  const [unit, length] = UNITS.find(([, size]) => now - at >= size) ?? ['second', 1_000];
  return format.format(-Math.max(0, Math.floor((now - at) / length)), unit);
}
