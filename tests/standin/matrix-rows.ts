/** A row of the restricted matrix as the stand-in's dashboard offers it. */
export interface MatrixRow {
  readonly row: string;
  readonly description: string;
  /** In the order shown, from least to most. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** Shown under this row, which is then a parent that shows "Mixed". */
  readonly children?: readonly MatrixRow[];
}

const MODEL_REQUEST = ['api.model.request', 'model.request'];

/**
 * Rows of the admin keys' matrix: the first four of October 2026, the last of 2025 (openai-platform.md §1.6, block a).
 * Descriptions, and the scope ids of the first row, are made up.
 */
export const ADMIN_ROWS = {
  checkpoints: readWrite(
    'Fine-tuning Checkpoints',
    'Permissions of fine-tuned checkpoints',
    'api.fine_tuning.checkpoints',
  ),
  audit: read('Audit Logs Scope', 'Audit log events', 'api.audit_logs'),
  usage: read('Usage API Scope', 'Usage and costs', 'api.usage'),
  administration: readWrite(
    'Organization Administration',
    'Projects, users, invites and keys',
    'api.management',
  ),
  management: readWrite(
    'Management API Scope',
    'Projects, users, invites and keys',
    'api.management',
  ),
} satisfies Record<string, MatrixRow>;

/**
 * Rows of the project keys' matrix (openai-platform.md §1.4, block a). Made up: the descriptions, the choices of
 * Tunnels and Project safety alerts, and the scope ids of Evals, Prompts, Batch, Datasets, Tunnels
 * and Project safety alerts.
 */
export const PROJECT_ROWS = {
  /** Of June 2024; "List models" since 2025. */
  models: read('Models', '/v1/models', 'api.model'),
  listModels: read('List models', '/v1/models', 'api.model'),
  /** Of June 2024, when the choice was Write; a group with Request since 2025. */
  capabilitiesWrite: {
    row: 'Model capabilities',
    description: 'Chat, audio, embeddings, images',
    choices: { None: [], Write: MODEL_REQUEST },
  },
  capabilities: {
    row: 'Model capabilities',
    description: 'Chat, audio, embeddings, images',
    choices: { None: [], Request: MODEL_REQUEST },
    children: [
      readWrite('Responses', '/v1/responses', 'api.responses'),
      request('Chat completions', '/v1/chat/completions'),
      request('Embeddings', '/v1/embeddings'),
      request('Images', '/v1/images'),
      request('Text-to-speech', '/v1/audio/speech'),
      request('Moderations', '/v1/moderations'),
    ],
  },
  /** Gone by September 2026; keys with All permissions still have it. */
  assistants: readWrite('Assistants', '/v1/assistants', 'api.assistants'),
  threads: readWrite('Threads', '/v1/threads', 'api.threads'),
  evals: readWrite('Evals', '/v1/evals', 'api.evals'),
  fineTuning: readWrite('Fine-tuning', '/v1/fine_tuning', 'api.fine_tuning.jobs'),
  files: readWrite('Files', '/v1/files', 'api.files'),
  videos: readWrite('Videos', '/v1/videos', 'api.videos'),
  vectorStores: readWrite('Vector Stores', '/v1/vector_stores', 'api.vector_stores'),
  prompts: readWrite('Prompts', '/v1/prompts', 'api.prompts'),
  batch: readWrite('Batch', '/v1/batches', 'api.batch'),
  tunnels: {
    row: 'Tunnels',
    description: 'Tunnels to your own network',
    choices: {
      None: [],
      Read: ['api.tunnels.read'],
      Use: ['api.tunnels.read', 'api.tunnels.use'],
      Manage: ['api.tunnels.read', 'api.tunnels.use', 'api.tunnels.manage'],
    },
  },
  datasets: readWrite('Datasets', 'Evaluation data', 'api.datasets'),
  safetyAlerts: read('Project safety alerts', '/v1/safety/alerts', 'api.safety_alerts'),
} satisfies Record<string, MatrixRow>;

function read(row: string, description: string, scope: string): MatrixRow {
  return { row, description, choices: { None: [], Read: [`${scope}.read`] } };
}

function readWrite(row: string, description: string, scope: string): MatrixRow {
  const choices = { None: [], Read: [`${scope}.read`], Write: [`${scope}.read`, `${scope}.write`] };
  return { row, description, choices };
}

// What these children grant by themselves has no published name.
function request(row: string, path: string): MatrixRow {
  return { row, description: path, choices: { None: [], Request: [`api.model.request:${path}`] } };
}
