import type { Recipe } from '@/lib/recipes/recipe';

/** An example: a recipe of a product that nobody sells, as it would be packaged. */
export const acmeCosts: Recipe = {
  id: 'acme-costs',
  product: 'Acme Costs',
  purpose: 'cost reports',
  source: {
    title: 'Connect OpenAI',
    url: 'https://docs.acme.example/openai',
    read: '2026-11-20',
  },
  key: {
    kind: 'admin',
    name: 'Acme {date}',
    permission: 'restricted',
    reason: 'Acme reads cost and nothing else.',
    rows: [{ row: 'Usage API Scope', choice: 'Read', reason: 'Acme reads cost.', optional: false }],
    expiresInDays: 90,
  },
  needs: { openai: 'owner', product: 'An Acme user who may add integrations.' },
  place: 'Settings › OpenAI › Admin key',
  proof: { by: 'first-data', note: 'Costs appear within a day.' },
};
