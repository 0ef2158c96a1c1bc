import type { AppState, GuideProgress, HeldView, KeyView } from '@/lib/domain/views';

/** What the popup shows. */
export type Screen =
  | { readonly name: 'broken' }
  | { readonly name: 'setup' }
  | { readonly name: 'held'; readonly held: HeldView }
  | { readonly name: 'unlock' }
  | { readonly name: 'key-visible' }
  | { readonly name: 'guiding'; readonly guide: GuideProgress }
  | { readonly name: 'key'; readonly key: KeyView }
  | { readonly name: 'home' };

/**
 * The popup's view for a state. A key that could be lost comes first, once the vault is open or
 * when an unlock would not save it; a key on its way comes before the guide that led to it, and a guide for another product before that.
 */
export function screenOf(state: AppState): Screen {
  if (state.vault === 'broken' && !isStuck(state.held)) return { name: 'broken' };
  if (state.vault === 'missing') return { name: 'setup' };
  if (isStuck(state.held)) return { name: 'held', held: state.held };
  if (state.vault === 'locked') return { name: 'unlock' };
  const { guide } = state;
  if (state.keyVisible && guide === undefined) return { name: 'key-visible' };
  const key = state.keys.find(({ id }) => id === state.currentKeyId);
  if (guide !== undefined && key?.recipeId !== guide.recipeId) return { name: 'guiding', guide };
  return key === undefined ? { name: 'home' } : { name: 'key', key };
}

/** True for a key that the vault could not take: neither a set-up nor an unlock saves it. */
export function isStuck(held: HeldView | undefined): held is HeldView {
  return held?.why === 'disk-full' || held?.why === 'unwritten';
}
