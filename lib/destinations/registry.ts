import type { AdapterId } from '@/lib/domain/naming';
import { awsParameterStore } from './aws-parameter-store';
import { awsSecretsManager } from './aws-secrets-manager';

/** Every adapter by its id. A new destination is one file and one row here. */
export const ADAPTERS = {
  'aws-secrets-manager': awsSecretsManager,
  'aws-parameter-store': awsParameterStore,
} as const satisfies Partial<Record<AdapterId, { readonly id: string }>>;
