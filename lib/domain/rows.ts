/**
 * Rows of the admin key's restricted matrix, each by its present label, then older ones
 * (openai-platform.md block a; labels of October 2026).
 */
export const ADMIN_LABELS = [
  ['Organization Administration', 'Management API Scope'],
  ['Usage API Scope'],
  ['Audit Logs Scope'],
  ['Fine-tuning Checkpoints'],
] as const;

/** Rows of the project key's matrix whose scopes are known, likewise (openai-platform.md block a). */
export const PROJECT_LABELS = [
  ['List models', 'Models'],
  ['Model capabilities'],
  ['Responses', 'Responses API'],
  ['Assistants'],
  ['Threads'],
  ['Evals'],
  ['Fine-tuning'],
  ['Files'],
  ['Vector Stores'],
  ['Videos'],
] as const;
