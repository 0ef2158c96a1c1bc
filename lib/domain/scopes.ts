import type { KeyKind } from './api-key';

/** The API's name of one right, such as `api.usage.read`. */
export type Scope = string;

/** One row of the dashboard's restricted matrix: the label, older labels, and what each choice grants. */
export interface PermissionRow {
  readonly row: string;
  readonly synonyms?: readonly string[];
  readonly choices: Readonly<Record<string, readonly Scope[]>>;
}

/** What the dashboard offers for a key. */
export type Permission = 'all' | 'restricted' | 'read-only';

/** Rows of the admin key's matrix (openai-platform.md block a; labels of October 2026). */
export const ADMIN_ROWS: readonly PermissionRow[] = [
  {
    row: 'Organization Administration',
    synonyms: ['Management API Scope'],
    choices: {
      None: [],
      Read: ['api.management.read'],
      Write: ['api.management.read', 'api.management.write'],
    },
  },
  { row: 'Usage API Scope', choices: { None: [], Read: ['api.usage.read'] } },
  { row: 'Audit Logs Scope', choices: { None: [], Read: ['api.audit_logs.read'] } },
  // The scope ids of this row have not been seen; its rights are listed by what they would be called.
  {
    row: 'Fine-tuning Checkpoints',
    choices: {
      None: [],
      Read: ['api.fine_tuning.checkpoints.read'],
      Write: ['api.fine_tuning.checkpoints.read', 'api.fine_tuning.checkpoints.write'],
    },
  },
];

/** Rows of the project key's matrix whose scopes are known (openai-platform.md block a). */
export const PROJECT_ROWS: readonly PermissionRow[] = [
  { row: 'List models', synonyms: ['Models'], choices: { None: [], Read: ['api.model.read'] } },
  {
    row: 'Model capabilities',
    choices: { None: [], Request: ['api.model.request'] },
  },
  readWrite('Responses', 'api.responses', ['Responses API']),
  readWrite('Assistants', 'api.assistants'),
  readWrite('Threads', 'api.threads'),
  readWrite('Evals', 'api.evals'),
  readWrite('Fine-tuning', 'api.fine_tuning.jobs'),
  readWrite('Files', 'api.files'),
  readWrite('Vector Stores', 'api.vector_stores'),
  readWrite('Videos', 'api.videos'),
];

/**
 * Rows of the project key's matrix whose scopes OpenAI has published nowhere, or not as rights of a
 * key; they are listed by what they would be called. No recipe asks for them, and no report leaves
 * them out (openai-platform.md block a).
 */
const UNNAMED_ROWS: readonly PermissionRow[] = [
  readWrite('Prompts', 'api.prompts'),
  readWrite('Batch', 'api.batch'),
  readWrite('Datasets', 'api.datasets'),
  {
    row: 'Tunnels',
    choices: {
      None: [],
      Read: ['api.tunnels.read'],
      Use: ['api.tunnels.read', 'api.tunnels.use'],
      Manage: ['api.tunnels.read', 'api.tunnels.use', 'api.tunnels.manage'],
    },
  },
  {
    row: 'Project safety alerts',
    choices: { None: [], Read: ['api.safety_alerts.read'] },
  },
  readWrite('Webhooks', 'api.webhooks'),
];

function readWrite(row: string, scope: string, synonyms: readonly string[] = []): PermissionRow {
  return {
    row,
    synonyms,
    choices: { None: [], Read: [`${scope}.read`], Write: [`${scope}.read`, `${scope}.write`] },
  };
}

/** The rows of this kind of key that a recipe can ask for. */
export function rowsFor(kind: KeyKind): readonly PermissionRow[] {
  return kind === 'admin' ? ADMIN_ROWS : PROJECT_ROWS;
}

/** Every row that a key of this kind can have, as far as anybody has seen. */
function allRowsFor(kind: KeyKind): readonly PermissionRow[] {
  return kind === 'admin' ? ADMIN_ROWS : [...PROJECT_ROWS, ...UNNAMED_ROWS];
}

/** Every scope that a key of this kind can carry, in the dashboard's order, without repeats. */
export function scopesFor(kind: KeyKind): readonly Scope[] {
  const all = allRowsFor(kind).flatMap((row) => Object.values(row.choices).flat());
  return [...new Set(all)];
}

/** The dashboard's words for a scope: the row, and the least choice that grants it. */
export function rowOfScope(
  kind: KeyKind,
  scope: Scope,
): { readonly row: string; readonly choice: string } | undefined {
  for (const { row, choices } of allRowsFor(kind)) {
    for (const [choice, scopes] of Object.entries(choices)) {
      if (scopes.includes(scope)) return { row, choice };
    }
  }
  return undefined;
}
