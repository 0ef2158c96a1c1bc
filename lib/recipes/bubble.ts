import type { Recipe } from './recipe';
import { RESPONSES_WITH_MODELS } from './shared';

/**
 * Bubble's API Connector. Its OpenAI page explains the permission levels and recommends none; the
 * labels of the way are from its page on authentication, which the first one leads to. The editor
 * may draw its own controls: then the person pastes the key. The answers of Initialize call are not
 * documented, and it sends the request that the person has set up there, so it is theirs to press.
 */
export const bubble: Recipe = {
  id: 'bubble',
  product: 'Bubble API Connector',
  purpose: 'model requests from a Bubble app',
  source: {
    title: 'OpenAI · API guides · The API Connector',
    url: 'https://manual.bubble.io/help-guides/integrations/api/the-api-connector/api-guides/openai',
    read: '2026-11-21',
  },
  unconfirmed:
    'Bubble’s page explains the permissions and recommends none. The labels of its editor were not seen by us.',
  key: {
    kind: 'project',
    name: 'Bubble {date}',
    permission: 'restricted',
    reason: 'The page’s calls send prompts to models. Use one key for each app, as Bubble advises.',
    rows: [
      {
        row: 'Model capabilities',
        choice: 'Request',
        reason: 'Lets the app send prompts to models and read their answers.',
        optional: false,
      },
      RESPONSES_WITH_MODELS,
    ],
    expiresInDays: 90,
  },
  needs: { openai: 'member', product: 'A Bubble app that you may edit.' },
  place:
    'Plugins › API Connector › Private key in header › Key value: Bearer, a space, and the key',
  proof: { by: 'product-test', note: 'Bubble’s Initialize call answers without an error.' },
  portal: {
    origin: 'https://bubble.io',
    start: 'https://bubble.io/',
    path: [
      { role: 'tab', names: ['Plugins'] },
      { role: 'button', names: ['API Connector'] },
      { role: 'combobox', names: ['Authentication'], choose: 'Private key in header' },
    ],
    field: { role: 'textbox', names: ['Key value'] },
    value: 'Bearer {key}',
    others: [{ field: { role: 'textbox', names: ['Key name'] }, value: 'Authorization' }],
    test: { press: { role: 'button', names: ['Initialize call'] }, passed: [], failed: [] },
  },
};
