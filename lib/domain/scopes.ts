import type { KeyKind } from './api-key';
import { ADMIN_LABELS, PROJECT_LABELS } from './rows';

/** The API's name of one right, such as `api.usage.read`. */
export type Scope = string;

/** What each choice of a row grants, the least first. */
type Choices = Readonly<Record<string, readonly Scope[]>>;

/** One row of the dashboard's restricted matrix: the label, older labels, and what each choice grants. */
export interface PermissionRow {
  readonly row: string;
  readonly synonyms?: readonly string[];
  readonly choices: Choices;
}

/** What the dashboard offers for a key. */
export type Permission = 'all' | 'restricted' | 'read-only';

/** Rows of the admin key's matrix. */
export const ADMIN_ROWS = withChoices(ADMIN_LABELS, {
  'Organization Administration': readWrite('api.management'),
  'Usage API Scope': { None: [], Read: ['api.usage.read'] },
  'Audit Logs Scope': { None: [], Read: ['api.audit_logs.read'] },
  // The scope ids of this row have not been seen; its rights are listed by what they would be called.
  'Fine-tuning Checkpoints': readWrite('api.fine_tuning.checkpoints'),
});

/** Rows of the project key's matrix whose scopes are known (openai-platform.md block a). */
export const PROJECT_ROWS = withChoices(PROJECT_LABELS, {
  'List models': { None: [], Read: ['api.model.read'] },
  'Model capabilities': { None: [], Request: ['api.model.request'] },
  Responses: readWrite('api.responses'),
  Assistants: readWrite('api.assistants'),
  Threads: readWrite('api.threads'),
  Evals: readWrite('api.evals'),
  'Fine-tuning': readWrite('api.fine_tuning.jobs'),
  Files: readWrite('api.files'),
  'Vector Stores': readWrite('api.vector_stores'),
  Videos: readWrite('api.videos'),
});

/**
 * Rows of the project key's matrix whose scopes OpenAI has published nowhere, or not as rights of a
 * key; they are listed by what they would be called. No recipe asks for them, and no report leaves
 * them out (openai-platform.md block a).
 */
const UNNAMED_ROWS: readonly PermissionRow[] = [
  { row: 'Prompts', choices: readWrite('api.prompts') },
  { row: 'Batch', choices: readWrite('api.batch') },
  { row: 'Datasets', choices: readWrite('api.datasets') },
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
  { row: 'Webhooks', choices: readWrite('api.webhooks') },
];

function readWrite(scope: string): Choices {
  return { None: [], Read: [`${scope}.read`], Write: [`${scope}.read`, `${scope}.write`] };
}

function withChoices<Row extends string>(
  labels: readonly (readonly [row: Row, ...synonyms: string[]])[],
  choices: Readonly<Record<Row, Choices>>,
): readonly PermissionRow[] {
  return labels.map(([row, ...synonyms]) => ({ row, synonyms, choices: choices[row] }));
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
