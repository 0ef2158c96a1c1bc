import type { Recipe } from './recipe';

/**
 * A key that reads an organization's usage and cost. That this row alone reads costs and usage was
 * checked against a live key in September 2026 (openai-platform.md block d).
 */
export const usageAdmin: Recipe = {
  id: 'usage-admin',
  product: 'Another app',
  purpose: 'usage and cost, with an admin key',
  source: {
    title: 'Admin API Keys',
    url: 'https://help.openai.com/en/articles/9687866',
    read: '2026-11-21',
  },
  key: {
    kind: 'admin',
    name: 'Usage {date}',
    permission: 'restricted',
    reason:
      'Reads numbers: how much was used and what it cost. It can’t see or change anything else.',
    rows: [
      {
        row: 'Usage API Scope',
        choice: 'Read',
        reason: 'Covers usage and costs of the whole organization.',
        optional: false,
      },
      {
        row: 'Organization Administration',
        choice: 'Read',
        reason: 'Only when names of projects, users and keys are to be shown beside the numbers.',
        optional: true,
      },
    ],
    expiresInDays: 90,
  },
  needs: { openai: 'owner' },
  place: 'The app’s secret store, or its variable OPENAI_ADMIN_KEY',
  proof: { by: 'permission-report' },
};
