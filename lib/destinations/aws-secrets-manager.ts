import { KeyferryError } from '@/lib/domain/errors';
import type { Io } from '@/lib/http';
import { awsSettingsSchema } from '@/lib/messaging/destination-messages';
import { awsHost, callAws, type AwsSettings } from './aws-api';
import type { Adapter, Plan } from './destination';

/** The part of DescribeSecret's answer that is used. */
interface Description {
  readonly ARN: string;
  readonly DeletedDate?: number | null;
  readonly Tags?: readonly { readonly Key: string; readonly Value: string }[];
  readonly VersionIdsToStages?: Readonly<Record<string, readonly string[]>>;
}

/** Marks what Keyferry wrote: anything without it is never overwritten. */
const TAG = { Key: 'managed-by', Value: 'keyferry' } as const;
/** The name is taken: by a secret that lives, or by one that waits for its deletion. */
const TAKEN: readonly string[] = ['ResourceExistsException', 'InvalidRequestException'];

/**
 * AWS Secrets Manager. The operation id is the ClientRequestToken, so that AWS itself makes a
 * repeated write the same write; confirmed by DescribeSecret, which holds no value. The rights it
 * needs: CreateSecret, TagResource, PutSecretValue and DescribeSecret on this one secret.
 */
export const awsSecretsManager: Adapter<AwsSettings> = {
  id: 'aws-secrets-manager',
  accepts: ['project', 'service-account', 'admin', 'legacy'],
  proof: 'metadata',
  idempotency: 'A',
  settings: awsSettingsSchema,

  origin: ({ region }) => `https://${awsHost(region)}/*`,

  async plan(settings, io) {
    return planFor(await describe(io, settings));
  },

  async deliver({ operationId, key, settings }, io) {
    const { secretName, region } = settings;
    const value = { ClientRequestToken: operationId, SecretString: key };
    const created = await callAws(io, settings, 'CreateSecret', {
      Name: secretName,
      Description: 'OpenAI API key, delivered by Keyferry',
      Tags: [TAG],
      ...value,
    });
    if (created.ok) return;
    if (!TAKEN.includes(created.type)) throw created.error;
    const present = await describe(io, settings);
    // Taken, and not there: AWS's answers are not of the same moment yet.
    if (!present) throw new KeyferryError('destination_unavailable', [`AWS ${region}`]);
    if (planFor(present) === 'conflict' && !present.VersionIdsToStages?.[operationId]) {
      throw new KeyferryError('destination_conflict', [secretName]);
    }
    const put = await callAws(io, settings, 'PutSecretValue', { SecretId: secretName, ...value });
    if (!put.ok) throw put.error;
  },

  async confirm({ operationId, settings }, io) {
    const present = await describe(io, settings);
    const stages = present?.VersionIdsToStages?.[operationId];
    if (!present || !stages) return 'absent';
    if (!stages.includes('AWSCURRENT')) {
      throw new KeyferryError('destination_conflict', [settings.secretName]);
    }
    return { reference: present.ARN, version: operationId, at: io.now(), proof: 'metadata' };
  },
};

function planFor(present: Description | undefined): Plan {
  if (!present) return 'create';
  const isOurs = present.Tags?.some(({ Key, Value }) => Key === TAG.Key && Value === TAG.Value);
  return isOurs && !present.DeletedDate ? 'new-version' : 'conflict';
}

async function describe(io: Io, settings: AwsSettings): Promise<Description | undefined> {
  const answer = await callAws(io, settings, 'DescribeSecret', { SecretId: settings.secretName });
  if (answer.ok) return answer.body as Description;
  if (answer.type === 'ResourceNotFoundException') return undefined;
  throw answer.error;
}
