import type { Recipe } from './recipe';

/** Vantage, cost reports. */
export const vantage: Recipe = {
  id: 'vantage',
  product: 'Vantage',
  purpose: 'cost reports',
  source: {
    title: 'OpenAI',
    url: 'https://docs.vantage.sh/connecting_open_ai',
    read: '2026-11-21',
  },
  key: {
    kind: 'admin',
    name: 'Vantage Integration {date}',
    permission: 'read-only',
    reason:
      'Vantage’s page asks for Read only. Vantage reads costs and says that it does nothing else.',
    rows: [],
    expiresInDays: 90,
  },
  needs: { openai: 'owner', product: 'A Vantage account.' },
  place: 'OpenAI Settings › Connect › Add Admin Key › API key',
  proof: { by: 'first-data', note: 'Costs appear once Vantage has imported them.' },
};
