import type { Recipe } from './recipe';

const common = {
  product: 'Nexla',
  source: {
    title: 'OpenAI · Authorization',
    url: 'https://docs.nexla.com/user-guides/connectors/openai_api/openai_api_auth',
    read: '2026-11-21',
  },
  needs: { openai: 'member', product: 'A Nexla user who may add credentials.' },
  place: 'New Data Flow › OpenAI › Add Credential › API Key Value',
  proof: { by: 'first-data', note: 'Nexla fetches a sample with Test in the endpoint’s settings.' },
} as const satisfies Partial<Recipe>;

const listModels = {
  row: 'List models',
  choice: 'Read',
  reason: 'The smallest call that shows whether a credential works. It reads names of models only.',
  optional: false,
} as const;

/** Nexla reading from OpenAI. Its page says to review the permissions "if applicable" and names none. */
export const nexla: Recipe = {
  ...common,
  id: 'nexla',
  purpose: 'data source: reading files',
  unconfirmed:
    'Nexla’s page names no permission. These rows fit its template List Files; other templates can need more.',
  key: {
    kind: 'project',
    name: 'Nexla Integration {date}',
    permission: 'restricted',
    reason: 'A data source reads what OpenAI holds for you. It writes nothing and runs no model.',
    rows: [
      listModels,
      {
        row: 'Files',
        choice: 'Read',
        reason: 'Nexla’s template List Files fetches the list of your files.',
        optional: false,
      },
    ],
    expiresInDays: 90,
  },
  portal: {
    // Nexla's shared instance; organizations may have one of their own.
    origin: 'https://dataops.nexla.io',
    start: 'https://dataops.nexla.io/',
    path: [
      { role: 'button', names: ['New Data Flow'] },
      { role: 'button', names: ['OpenAI'] },
      { role: 'button', names: ['Add Credential'] },
    ],
    field: { role: 'textbox', names: ['API Key Value'] },
    value: '{key}',
    others: [{ field: { role: 'textbox', names: ['Credential Name'] }, value: 'OpenAI' }],
    finish: { role: 'button', names: ['Save'] },
    ownAddress: true,
  },
  instead: { id: 'nexla-destination', when: 'Nexla is to upload files to OpenAI.' },
};

/**
 * Nexla writing to OpenAI: the template Upload file of its page on destinations. It has no portal of
 * its own, because a product stands once among the places where a key can go.
 */
export const nexlaDestination: Recipe = {
  ...common,
  id: 'nexla-destination',
  purpose: 'data destination: uploading files',
  source: {
    title: 'OpenAI · Destination',
    url: 'https://docs.nexla.com/user-guides/connectors/openai_api/openai_api_destination',
    read: '2026-11-21',
  },
  unconfirmed:
    'Nexla’s page names no permission. These rows fit its template Upload file; other templates can need more.',
  key: {
    kind: 'project',
    name: 'Nexla destination {date}',
    permission: 'restricted',
    reason: 'A data destination uploads files. It runs no model.',
    rows: [
      listModels,
      {
        row: 'Files',
        choice: 'Write',
        reason:
          'Nexla’s template Upload file creates files in your project. It can delete them too.',
        optional: false,
      },
    ],
    expiresInDays: 90,
  },
  instead: { id: 'nexla', when: 'Nexla only reads from OpenAI.' },
};
