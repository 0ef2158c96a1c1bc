import type { Recipe } from './recipe';

/** Finout, cost and usage. */
export const finout: Recipe = {
  id: 'finout',
  product: 'Finout',
  purpose: 'cost and usage',
  source: {
    title: 'Connect to OpenAI',
    url: 'https://docs.finout.io/billing-integrations/ai-providers/connect-to-openai',
    read: '2026-11-21',
  },
  unconfirmed:
    'Finout takes Read only, or Restricted with the relevant rows. That these two are all of them is our reading.',
  key: {
    kind: 'admin',
    name: 'Finout Integration {date}',
    permission: 'restricted',
    reason: 'Finout reads usage and cost. Its page allows Restricted, which leaves audit logs out.',
    rows: [
      {
        row: 'Usage API Scope',
        choice: 'Read',
        reason: 'Finout ingests usage and cost from OpenAI’s Usage and Costs APIs each day.',
        optional: false,
      },
      {
        row: 'Organization Administration',
        choice: 'Read',
        reason: 'Finout shows cost by project and user, and needs their names.',
        optional: false,
      },
    ],
    expiresInDays: 90,
  },
  needs: { openai: 'owner', product: 'A Finout user who may add billing integrations.' },
  place: 'Billing integrations › AI providers › OpenAI › the field for the admin API key',
  proof: { by: 'first-data', note: 'Finout refreshes its data once a day.' },
  perOrganization: true,
};
