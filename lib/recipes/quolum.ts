import type { Recipe } from './recipe';

const common = {
  product: 'Quolum',
  source: { title: 'OpenAI', url: 'https://help.quolum.com/docs/openai', read: '2026-11-21' },
  place: 'Connections card › Connect › the field for the API key',
  proof: { by: 'first-data', note: 'Data starts to flow in, and Connect becomes Reconnect.' },
} as const satisfies Partial<Recipe>;

/**
 * Quolum as its page has it: an ordinary secret key. The page states no permission, no field's label
 * and no address of the application: those of the portal are our guesses, and people can correct the
 * address. What it documents of the answer is that Connect becomes Reconnect, which is no test.
 */
export const quolum: Recipe = {
  ...common,
  id: 'quolum',
  purpose: 'SaaS spend management',
  unconfirmed:
    'Its page makes an ordinary key, states no permission, and names neither the form’s fields nor the app’s address. OpenAI gives usage to admin keys only.',
  key: {
    kind: 'project',
    name: 'Quolum SaaS Spend Management {date}',
    permission: 'read-only',
    reason: 'Quolum retrieves data and changes nothing. Read only can neither change nor spend.',
    rows: [],
    expiresInDays: 90,
  },
  needs: {
    openai: 'member',
    product: 'A Quolum user who may press Connect on the Connections card.',
  },
  portal: {
    origin: 'https://app.quolum.com',
    start: 'https://app.quolum.com/',
    path: [{ role: 'button', names: ['Connect', 'Reconnect'] }],
    field: { role: 'textbox', names: ['API Key', 'OpenAI API Key', 'Secret key', 'Key'] },
    value: '{key}',
    finish: { role: 'button', names: ['Submit', 'Save', 'Connect'] },
    ownAddress: true,
  },
  instead: {
    id: 'quolum-usage',
    when: 'Quolum is to show usage or cost. OpenAI answers these to admin keys only.',
  },
};

/** Quolum with the key that OpenAI's usage data needs. */
export const quolumUsage: Recipe = {
  ...common,
  id: 'quolum-usage',
  purpose: 'usage and cost, with an admin key',
  unconfirmed:
    'Quolum’s page doesn’t mention admin keys. Ask Quolum whether its form takes one before you send it.',
  key: {
    kind: 'admin',
    name: 'Quolum usage {date}',
    permission: 'restricted',
    reason: 'OpenAI answers usage and cost to admin keys only, and one row is enough for it.',
    rows: [
      {
        row: 'Usage API Scope',
        choice: 'Read',
        reason: 'Quolum retrieves how much is used. It doesn’t need to change anything.',
        optional: false,
      },
    ],
    expiresInDays: 90,
  },
  needs: {
    openai: 'owner',
    product: 'A Quolum user who may press Connect on the Connections card.',
  },
  instead: { id: 'quolum', when: 'Quolum’s form refuses an admin key.' },
};
