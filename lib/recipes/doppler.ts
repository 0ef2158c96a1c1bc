import type { Recipe } from './recipe';
import { managesServiceAccounts } from './shared';

/** Doppler, rotation of project keys by service accounts. */
export const doppler: Recipe = {
  id: 'doppler',
  product: 'Doppler',
  purpose: 'rotation of project keys',
  source: { title: 'OpenAI', url: 'https://docs.doppler.com/docs/openai', read: '2026-11-21' },
  key: {
    kind: 'admin',
    name: 'Doppler {date}',
    permission: 'restricted',
    reason:
      'Doppler’s page allows Restricted with this one row. Rotation stops when this key expires.',
    rows: managesServiceAccounts('Doppler'),
    expiresInDays: 90,
  },
  needs: {
    openai: 'owner',
    product: 'An OpenAI project of its own: keys that Doppler makes can do everything within it.',
  },
  place: 'Doppler › rotated secret › OpenAI › the field for the admin key',
  proof: { by: 'read-back', note: 'Doppler makes the first rotated key at once.' },
};
