import type { Recipe } from './recipe';

/**
 * DoiT, cost and usage reading. Of its test DoiT writes “when the test is successful” and “if test
 * connection fails”: these words are read, whatever stands around them.
 */
export const doit: Recipe = {
  id: 'doit',
  product: 'DoiT',
  purpose: 'cost and usage',
  source: {
    title: 'Connect OpenAI',
    url: 'https://help.doit.com/docs/genai/integrations/connect-openai',
    read: '2026-11-21',
  },
  key: {
    kind: 'admin',
    name: 'DoiT {date}',
    permission: 'restricted',
    reason: 'DoiT reads cost and usage, and nothing else.',
    rows: [
      {
        row: 'Usage API Scope',
        choice: 'Read',
        reason: 'DoiT reads cost and usage. It doesn’t need to change anything.',
        optional: false,
      },
      {
        row: 'Organization Administration',
        choice: 'Read',
        reason: 'Lets DoiT show the names of projects and keys. It works without.',
        optional: true,
      },
    ],
    expiresInDays: 90,
  },
  needs: { openai: 'owner', product: 'The role Billing Profiles Admin in DoiT.' },
  place: 'Assets › OpenAI › Connect your account › Admin key',
  proof: { by: 'product-test' },
  perOrganization: true,
  portal: {
    origin: 'https://console.doit.com',
    start: 'https://console.doit.com/',
    path: [
      { role: 'link', names: ['Assets'] },
      { role: 'button', names: ['OpenAI'] },
      { role: 'button', names: ['Connect your account', 'Connect'] },
    ],
    field: { role: 'textbox', names: ['Admin key'] },
    value: '{key}',
    test: {
      press: { role: 'button', names: ['Test connection'] },
      passed: ['successful'],
      failed: ['fails', 'failed', 'not successful', 'unsuccessful'],
    },
    finish: { role: 'button', names: ['Finish'] },
  },
};
