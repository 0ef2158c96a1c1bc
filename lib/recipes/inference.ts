import type { Recipe } from './recipe';
import { RESPONSES_WITH_MODELS } from './shared';

/** A key for anything that sends prompts to models and needs no more. */
export const inference: Recipe = {
  id: 'inference',
  product: 'Another app',
  purpose: 'inference: requests to models',
  source: {
    title: 'Assign API Key Permissions',
    url: 'https://help.openai.com/en/articles/8867743-assign-api-key-permissions',
    read: '2026-11-21',
  },
  key: {
    kind: 'project',
    name: 'Inference {date}',
    permission: 'restricted',
    reason: 'Sends prompts and reads answers. It can’t read files, fine-tune or see other data.',
    rows: [
      {
        row: 'Model capabilities',
        choice: 'Request',
        reason: 'Covers chat, embeddings, images, audio and moderation.',
        optional: false,
      },
      RESPONSES_WITH_MODELS,
      {
        row: 'List models',
        choice: 'Read',
        reason: 'Only when the app offers a choice of models. It reads their names.',
        optional: true,
      },
    ],
    expiresInDays: 90,
  },
  needs: { openai: 'member' },
  place: 'The app’s secret store, or its variable OPENAI_API_KEY',
  proof: { by: 'permission-report' },
  withoutKey: {
    note: 'An app in a cloud with workload identity can get short-lived tokens from OpenAI instead.',
    url: 'https://developers.openai.com/api/docs/guides/workload-identity-federation',
  },
};
