import type { Recipe } from './recipe';
import { managesServiceAccounts } from './shared';

/** Infisical, rotation of project keys by service accounts. Its page says "set the permissions as needed". */
export const infisical: Recipe = {
  id: 'infisical',
  product: 'Infisical',
  purpose: 'rotation of project keys',
  source: {
    title: 'OpenAI Connection',
    url: 'https://infisical.com/docs/integrations/app-connections/openai',
    read: '2026-11-21',
  },
  unconfirmed:
    'Infisical’s page says “set the permissions as needed”. This row is what products of its kind name.',
  key: {
    kind: 'admin',
    name: 'infisical-key {date}',
    permission: 'restricted',
    reason:
      'Infisical makes and removes service accounts, nothing else. Rotation stops when this key expires.',
    rows: managesServiceAccounts('Infisical'),
    expiresInDays: 90,
  },
  needs: { openai: 'owner', product: 'An Infisical user who may add app connections.' },
  place: 'Organization Settings › App Connections › Add Connection › OpenAI › Admin API Key',
  proof: { by: 'product-test', note: 'Infisical checks the key when the connection is made.' },
};
