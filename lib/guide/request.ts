import { pageFor } from '@/lib/dashboard/routes';
import type { Recipe } from '@/lib/recipes/recipe';
import { text } from '@/lib/text';

/** A ready message to an owner of the organization: which key, with which permission, why, and where it is made. */
export function requestText(recipe: Recipe, keyName: string): string {
  const { product, key } = recipe;
  const permission =
    key.permission === 'restricted'
      ? key.rows
          .filter(({ optional }) => !optional)
          .map(({ row, choice, reason }) => `– ${row}: ${choice}. ${reason}`)
      : [`– ${text(`guide.request.${key.permission}`)}. ${key.reason}`];
  return [
    text('guide.request.ask', [product]),
    pageFor(key.kind).url,
    '',
    text('guide.request.name', [keyName]),
    ...(key.expiresInDays === undefined
      ? []
      : [text('guide.request.expires', [String(key.expiresInDays)])]),
    text(`guide.request.permission_${key.permission === 'restricted' ? 'rows' : 'whole'}`),
    ...permission,
    '',
    text('guide.request.why', [key.reason]),
    text('guide.request.safe'),
  ].join('\n');
}
