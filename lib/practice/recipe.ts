import type { Recipe } from '@/lib/recipes/recipe';
import { text } from '@/lib/text';

/** What the practice makes a key for: nothing. In none of the lists of recipes. */
export function practiceRecipe(): Recipe {
  return {
    id: 'practice',
    product: 'Keyferry',
    purpose: 'practice',
    source: { title: 'Keyferry', url: 'https://platform.openai.com/api-keys', read: '2026-11-21' },
    key: {
      kind: 'project',
      name: text('guide.practice.name'),
      permission: 'read-only',
      reason: text('guide.practice.reason'),
      rows: [],
    },
    needs: { openai: 'member' },
    place: text('ui.practice.place'),
    proof: { by: 'read-back' },
  };
}
