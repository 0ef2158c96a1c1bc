import type { Recipe } from './recipe';

/** Databricks Lakeflow Connect, ingestion of an organization's administration data. */
export const databricks: Recipe = {
  id: 'databricks',
  product: 'Databricks Lakeflow Connect',
  purpose: 'ingestion of usage, cost and audit logs',
  source: {
    title: 'OpenAI connector FAQ',
    url: 'https://docs.databricks.com/gcp/en/ingestion/lakeflow-connect/openai-faq',
    read: '2026-11-21',
  },
  key: {
    kind: 'admin',
    name: 'Databricks {date}',
    permission: 'read-only',
    reason:
      'The connector reads 20 tables, users, keys, usage and audit logs among them. Its page says Read only.',
    rows: [],
    expiresInDays: 90,
  },
  needs: {
    openai: 'owner',
    product:
      'The connector’s preview switched on, and for audit logs OpenAI’s audit logging, which can’t be undone.',
  },
  place: 'Catalog › Connections › Create connection › OpenAI › the field for the Admin API key',
  proof: { by: 'first-data', note: 'The pipeline’s first run fills its tables.' },
};
