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
