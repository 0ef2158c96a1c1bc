import type { AdapterId } from './naming';

/** The settings of each kind of destination that are secret: kept in the vault, and never shown again. */
export const CREDENTIALS: Readonly<Record<AdapterId, readonly string[]>> = {
  'aws-secrets-manager': ['secretAccessKey', 'sessionToken'],
  'aws-parameter-store': ['secretAccessKey', 'sessionToken'],
  'vault-kv': ['token'],
  'github-actions': ['token', 'refreshToken'],
  nexla: ['serviceKey'],
  webhook: ['secret'],
  file: [],
};
