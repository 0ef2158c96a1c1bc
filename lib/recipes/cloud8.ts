import type { Recipe } from './recipe';

/** Cloud8, FinOps analytics. */
export const cloud8: Recipe = {
  id: 'cloud8',
  product: 'Cloud8',
  purpose: 'cost and usage',
  source: {
    title: 'OpenAI Access Credential',
    url: 'https://cloud8.io/docs/connecting-openai-providers/',
    read: '2026-11-21',
  },
  key: {
    kind: 'admin',
    name: 'Cloud8 {date}',
    permission: 'restricted',
    reason: 'Cloud8 reads usage and cost, and its page asks for this one row.',
    rows: [
      {
        row: 'Usage API Scope',
        choice: 'Read',
        reason: 'Cloud8 receives usage and cost. It doesn’t need to change anything.',
        optional: false,
      },
    ],
    expiresInDays: 90,
  },
  needs: { openai: 'owner', product: 'A Cloud8 user who may register providers.' },
  place: 'Providers › New › Secret',
  proof: {
    by: 'first-data',
    note: 'Cloud8 raises an alert while the organization has no billing data yet.',
  },
};
