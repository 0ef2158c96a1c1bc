/** What kind of key the stand-in made. */
export type FakeKeyKind = 'admin' | 'project' | 'service-account';

/** What the create dialog offers as permission. */
export type Permission = 'all' | 'restricted' | 'read-only';

/** A row of the restricted matrix as the stand-in's dashboard offers it. */
export interface MatrixRow {
  readonly row: string;
  readonly description: string;
  /** In the order shown, from least to most. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** Shown under this row, which is then a parent that shows "Mixed". */
  readonly children?: readonly MatrixRow[];
}

/** Rows of October 2026 (openai-platform.md §1.6, block a). Descriptions, and the scope ids of the first row, are made up. */
export const ADMIN_MATRIX: readonly MatrixRow[] = [
  {
    row: 'Fine-tuning Checkpoints',
    description: 'Permissions of fine-tuned checkpoints',
    choices: readWrite('api.fine_tuning.checkpoints'),
  },
  {
    row: 'Audit Logs Scope',
    description: 'Audit log events',
    choices: { None: [], Read: ['api.audit_logs.read'] },
  },
  {
    row: 'Usage API Scope',
    description: 'Usage and costs',
    choices: { None: [], Read: ['api.usage.read'] },
  },
  {
    row: 'Organization Administration',
    description: 'Projects, users, invites and keys',
    choices: readWrite('api.management'),
  },
];

// What these children grant by themselves has no published name.
const request = (row: string, path: string): MatrixRow => ({
  row,
  description: path,
  choices: { None: [], Request: [`api.model.request:${path}`] },
});

/**
 * Rows of September 2026 (openai-platform.md §1.4, block a). Made up: the descriptions, the choices of
 * Tunnels and Project safety alerts, and the scope ids of Evals, Prompts, Batch, Datasets, Tunnels
 * and Project safety alerts.
 */
export const PROJECT_MATRIX: readonly MatrixRow[] = [
  {
    row: 'List models',
    description: '/v1/models',
    choices: { None: [], Read: ['api.model.read'] },
  },
  {
    row: 'Model capabilities',
    description: 'Chat, audio, embeddings, images',
    choices: { None: [], Request: ['api.model.request', 'model.request'] },
    children: [
      { row: 'Responses', description: '/v1/responses', choices: readWrite('api.responses') },
      request('Chat completions', '/v1/chat/completions'),
      request('Embeddings', '/v1/embeddings'),
      request('Images', '/v1/images'),
      request('Text-to-speech', '/v1/audio/speech'),
      request('Moderations', '/v1/moderations'),
    ],
  },
  { row: 'Threads', description: '/v1/threads', choices: readWrite('api.threads') },
  { row: 'Evals', description: '/v1/evals', choices: readWrite('api.evals') },
  {
    row: 'Fine-tuning',
    description: '/v1/fine_tuning',
    choices: readWrite('api.fine_tuning.jobs'),
  },
  { row: 'Files', description: '/v1/files', choices: readWrite('api.files') },
  { row: 'Videos', description: '/v1/videos', choices: readWrite('api.videos') },
  {
    row: 'Vector Stores',
    description: '/v1/vector_stores',
    choices: readWrite('api.vector_stores'),
  },
  { row: 'Prompts', description: '/v1/prompts', choices: readWrite('api.prompts') },
  { row: 'Batch', description: '/v1/batches', choices: readWrite('api.batch') },
  {
    row: 'Tunnels',
    description: 'Tunnels to your own network',
    choices: {
      None: [],
      Read: ['api.tunnels.read'],
      Use: ['api.tunnels.read', 'api.tunnels.use'],
      Manage: ['api.tunnels.read', 'api.tunnels.use', 'api.tunnels.manage'],
    },
  },
  { row: 'Datasets', description: 'Evaluation data', choices: readWrite('api.datasets') },
  {
    row: 'Project safety alerts',
    description: '/v1/safety/alerts',
    choices: { None: [], Read: ['api.safety_alerts.read'] },
  },
];

// The row was gone by September 2026; keys with All permissions still have it.
const WITHOUT_A_ROW = ['api.assistants.read', 'api.assistants.write'];

function readWrite(scope: string): MatrixRow['choices'] {
  return { None: [], Read: [`${scope}.read`], Write: [`${scope}.read`, `${scope}.write`] };
}

/** The matrix of a kind of key. */
export function matrixOf(kind: FakeKeyKind): readonly MatrixRow[] {
  return kind === 'admin' ? ADMIN_MATRIX : PROJECT_MATRIX;
}

/** The scopes that a choice of permission grants. */
export function scopesOf(
  kind: FakeKeyKind,
  permission: Permission,
  chosen: Readonly<Record<string, string>>,
): string[] {
  const rows = matrixOf(kind).flatMap((row) => [row, ...(row.children ?? [])]);
  const every = [
    ...rows.flatMap(({ choices }) => Object.values(choices).flat()),
    ...(kind === 'admin' ? [] : WITHOUT_A_ROW),
  ];
  const granted =
    permission === 'all'
      ? every
      : permission === 'read-only'
        ? every.filter((scope) => scope.endsWith('.read'))
        : rows.flatMap(({ row, choices }) => choices[chosen[row] ?? 'None'] ?? []);
  return [...new Set(granted)];
}
