import type { AdapterId } from '@/lib/domain/naming';
import { awsParameterStoreForm } from './aws-parameter-store';
import { awsSecretsManagerForm } from './aws-secrets-manager';
import { fileForm } from './file';
import type { DestinationForm } from './form';
import { githubActionsForm } from './github-actions';
import { nexlaForm } from './nexla';
import { vaultKvForm } from './vault-kv';
import { webhookForm } from './webhook';

/** Every kind of destination that can be set up, in the order in which they are offered. */
export const FORMS: Readonly<Record<AdapterId, DestinationForm>> = {
  'aws-secrets-manager': awsSecretsManagerForm,
  'aws-parameter-store': awsParameterStoreForm,
  'vault-kv': vaultKvForm,
  'github-actions': githubActionsForm,
  nexla: nexlaForm,
  webhook: webhookForm,
  file: fileForm,
};

/** Their names, in that order. */
export const KINDS = Object.keys(FORMS) as readonly AdapterId[];
