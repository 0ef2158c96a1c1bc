import type { Recipe } from './recipe';
import { managesServiceAccounts } from './shared';

/** Phase, rotation of project keys by service accounts. */
export const phase: Recipe = {
  id: 'phase',
  product: 'Phase',
  purpose: 'rotation of project keys',
  source: {
    title: 'OpenAI: Rotating Secrets',
    url: 'https://docs.phase.dev/integrations/platforms/openai',
    read: '2026-11-21',
  },
  key: {
    kind: 'admin',
    name: 'phase-rotation {date}',
    permission: 'restricted',
    reason:
      'Phase’s page asks for this row and None for the others. Rotation stops when this key expires.',
    rows: managesServiceAccounts('Phase'),
    expiresInDays: 90,
  },
  needs: { openai: 'owner', product: 'An OpenAI project in which Phase makes service accounts.' },
  place: 'Integrations › Third-party credentials › Add credential › OpenAI › Admin API Key',
  proof: { by: 'product-test', note: 'Phase checks the key with OpenAI before it saves it.' },
};
