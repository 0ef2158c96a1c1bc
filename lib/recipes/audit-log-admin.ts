import type { Recipe } from './recipe';

/** A key that reads an organization's audit logs. */
export const auditLogAdmin: Recipe = {
  id: 'audit-log-admin',
  product: 'Another app',
  purpose: 'audit logs, with an admin key',
  source: {
    title: 'Admin API Keys',
    url: 'https://help.openai.com/en/articles/9687866',
    read: '2026-11-21',
  },
  key: {
    kind: 'admin',
    name: 'Audit logs {date}',
    permission: 'restricted',
    reason: 'Reads who did what in the organization. It can’t change anything or see usage.',
    rows: [
      {
        row: 'Audit Logs Scope',
        choice: 'Read',
        reason: 'Covers the list of events and nothing else.',
        optional: false,
      },
    ],
    expiresInDays: 90,
  },
  needs: {
    openai: 'owner',
    product: 'OpenAI’s audit logging switched on in the organization, which can’t be undone.',
  },
  place: 'The app’s secret store, or its variable OPENAI_ADMIN_KEY',
  proof: { by: 'permission-report' },
};
