import type { Recipe } from './recipe';

/** A key that reads what a project holds. */
export const readOnly: Recipe = {
  id: 'read-only',
  product: 'Another app',
  purpose: 'read only: what a project holds',
  source: {
    title: 'Assign API Key Permissions',
    url: 'https://help.openai.com/en/articles/8867743-assign-api-key-permissions',
    read: '2026-11-21',
  },
  key: {
    kind: 'project',
    name: 'Read only {date}',
    permission: 'read-only',
    reason:
      'Reads files, models and jobs of one project. It can’t ask models, change or spend anything.',
    rows: [],
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
