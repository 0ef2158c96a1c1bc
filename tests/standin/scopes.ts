import type { FakeKeyKind } from './key-store.ts';

/** A row of the restricted matrix as the stand-in's dashboard offers it. */
export interface MatrixRow {
  readonly row: string;
  readonly description: string;
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** Shown under this row, which is then a parent that shows "Mixed". */
  readonly children?: readonly MatrixRow[];
}

/** Rows of October 2026 (openai-platform.md §1.6). Descriptions, and the scope ids of the last two rows, are made up. */
export const ADMIN_MATRIX: readonly MatrixRow[] = [
  {
    row: 'Organization Administration',
    description: 'Projects, users, invites and keys',
    choices: {
      None: [],
      Read: ['api.management.read'],
      Write: ['api.management.read', 'api.management.write'],
    },
  },
  {
    row: 'Usage API Scope',
    description: 'Usage and costs',
    choices: { None: [], Read: ['api.usage.read'] },
  },
  {
    row: 'Audit Logs Scope',
    description: 'Audit log events',
    choices: { None: [], Read: ['api.audit_logs.read'] },
  },
  {
    row: 'Fine-tuning Checkpoints',
    description: 'Permissions of fine-tuned checkpoints',
    choices: {
      None: [],
      Read: ['api.fine_tuning.checkpoints.read'],
      Write: ['api.fine_tuning.checkpoints.read', 'api.fine_tuning.checkpoints.write'],
    },
  },
];

const readWrite = (row: string, scope: string): MatrixRow => ({
  row,
  description: `/v1/${row.toLowerCase().replaceAll(' ', '_')}`,
  choices: { None: [], Read: [`${scope}.read`], Write: [`${scope}.read`, `${scope}.write`] },
});

/** Rows of autumn 2026 (openai-platform.md §1.4, block a). Children of the parent row, and their scopes, are partly made up. */
export const PROJECT_MATRIX: readonly MatrixRow[] = [
  {
    row: 'List models',
    description: '/v1/models',
    choices: { None: [], Read: ['api.model.read'] },
  },
  {
    row: 'Model capabilities',
    description: 'Chat, audio, embeddings, images',
    choices: { None: [], Request: ['api.model.request', 'model.request', 'api.responses.write'] },
    children: [
      readWrite('Responses', 'api.responses'),
      {
        row: 'Chat completions',
        description: '/v1/chat/completions',
        choices: { None: [], Request: ['api.model.request.chat'] },
      },
      {
        row: 'Embeddings',
        description: '/v1/embeddings',
        choices: { None: [], Request: ['api.model.request.embeddings'] },
      },
    ],
  },
  readWrite('Threads', 'api.threads'),
  readWrite('Evals', 'api.evals'),
  readWrite('Fine-tuning', 'api.fine_tuning.jobs'),
  readWrite('Files', 'api.files'),
  readWrite('Videos', 'api.videos'),
  readWrite('Vector Stores', 'api.vector_stores'),
  readWrite('Batch', 'api.batch'),
];

/** The matrix of a kind of key. */
export function matrixOf(kind: FakeKeyKind): readonly MatrixRow[] {
  return kind === 'admin' ? ADMIN_MATRIX : PROJECT_MATRIX;
}

/** The scopes that a choice of permission grants. */
export function scopesOf(
  kind: FakeKeyKind,
  permission: 'all' | 'restricted' | 'read-only',
  chosen: Readonly<Record<string, string>>,
): string[] {
  const rows = matrixOf(kind).flatMap((row) => [row, ...(row.children ?? [])]);
  const every = rows.flatMap(({ choices }) => Object.values(choices).flat());
  const granted =
    permission === 'all'
      ? every
      : permission === 'read-only'
        ? every.filter((scope) => scope.endsWith('.read'))
        : rows.flatMap(({ row, choices }) => choices[chosen[row] ?? 'None'] ?? []);
  return [...new Set(granted)];
}
