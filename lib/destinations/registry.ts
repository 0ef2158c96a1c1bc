import { awsSecretsManager } from './aws-secrets-manager';

/** Every adapter by its id. A new destination is one file and one row here. */
export const ADAPTERS = {
  'aws-secrets-manager': awsSecretsManager,
} as const;
