import type { AdapterId } from '@/lib/domain/naming';
import { awsParameterStore } from './aws-parameter-store';
import { awsSecretsManager } from './aws-secrets-manager';
import { file } from './file';
import { githubActions } from './github-actions';
import { nexla } from './nexla';
import { vaultKv } from './vault-kv';
import { webhook } from './webhook';

/** Every adapter by its id. A new destination is one file and one row here. */
export const ADAPTERS = {
  'aws-secrets-manager': awsSecretsManager,
  'aws-parameter-store': awsParameterStore,
  'vault-kv': vaultKv,
  'github-actions': githubActions,
  nexla,
  webhook,
  file,
} as const satisfies Partial<Record<AdapterId, { readonly id: string }>>;
