import type { Plan } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import type { Io } from '@/lib/http';
import { awsSettingsSchema } from '@/lib/messaging/destination-messages';
import { awsHost, callAws, type AwsSettings } from './aws-api';
import type { Adapter, Job, Labels } from './destination';

/** The part of DescribeSecret's answer that is used. Dates are seconds. */
interface Description {
  readonly ARN: string;
  readonly DeletedDate?: number | null;
  readonly LastChangedDate?: number | null;
  readonly Tags?: readonly Tag[];
  readonly VersionIdsToStages?: Readonly<Record<string, readonly string[]>>;
}
interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** Marks what Keyferry wrote: anything without it is never overwritten. */
const OURS: Tag = { Key: 'managed-by', Value: 'keyferry' };
/** The name is taken: by a secret that lives, or by one that waits for its deletion. */
const TAKEN: readonly string[] = ['ResourceExistsException', 'InvalidRequestException'];
const SERVICE = 'secretsmanager';
/** A label on a version of ours that was taken back: it is not current, and nobody took its place. */
const UNDONE = 'keyferry-undone';

/**
 * AWS Secrets Manager. The operation id is the ClientRequestToken, so that AWS itself makes a
 * repeated write the same write; confirmed by DescribeSecret, which holds no value. The rights it
 * needs: CreateSecret, TagResource, PutSecretValue and DescribeSecret on this one secret; to take a
 * key back also UpdateSecretVersionStage and DeleteSecret.
 */
export const awsSecretsManager: Adapter<AwsSettings> = {
  id: 'aws-secrets-manager',
  accepts: ['project', 'service-account', 'admin', 'legacy'],
  proof: 'metadata',
  idempotency: 'A',
  settings: awsSettingsSchema,
  name: 'secretName',

  origins: ({ region }) => [`https://${awsHost(SERVICE, region)}/*`],

  async test(settings, io) {
    await describe(io, settings);
  },

  async plan({ operationId, settings }, io) {
    return planFor(await describe(io, settings), operationId);
  },

  async deliver(job, io) {
    const { operationId, settings, overwrite } = job;
    const { secretName, region } = settings;
    const value = { ClientRequestToken: operationId, SecretString: await job.key() };
    const created = await callAws(io, SERVICE, settings, 'CreateSecret', {
      Name: secretName,
      Description: 'OpenAI API key, delivered by Keyferry',
      Tags: tagsFor(job.labels),
      ...value,
    });
    if (created.ok) return operationId;
    if (!TAKEN.includes(created.type)) throw created.error;
    const present = await describe(io, settings);
    // Taken, and not there: AWS's answers are not of the same moment yet.
    if (!present) throw new KeyferryError('destination_unavailable', [`AWS ${region}`]);
    const { action } = planFor(present, operationId);
    if (action === 'conflict' && (!overwrite || present.DeletedDate)) {
      throw new KeyferryError('destination_conflict', [secretName]);
    }
    const put = await callAws(io, SERVICE, settings, 'PutSecretValue', {
      SecretId: secretName,
      ...value,
    });
    if (!put.ok) throw put.error;
    return operationId;
  },

  async confirm({ operationId, settings }, io) {
    const present = await describe(io, settings);
    const stages = present?.VersionIdsToStages?.[operationId];
    if (!present || !stages) return 'absent';
    if (!stages.includes('AWSCURRENT')) {
      throw new KeyferryError('destination_changed', [settings.secretName]);
    }
    return { reference: present.ARN, version: operationId, at: io.now(), proof: 'metadata' };
  },

  undo: {
    async plan(job, io) {
      return (await stateOf(job, io)).action;
    },
    async run(job, io) {
      const { operationId, settings } = job;
      const { action, previous } = await stateOf(job, io);
      if (action === 'changed')
        throw new KeyferryError('destination_changed', [settings.secretName]);
      if (action === 'gone') return;
      const SecretId = settings.secretName;
      const stage = (VersionStage: string, rest: object) =>
        callAws(io, SERVICE, settings, 'UpdateSecretVersionStage', {
          SecretId,
          VersionStage,
          ...rest,
        });
      if (action === 'restore') {
        const marked = await stage(UNDONE, { MoveToVersionId: operationId });
        if (!marked.ok) throw marked.error;
      }
      const done =
        action === 'restore'
          ? await stage('AWSCURRENT', {
              RemoveFromVersionId: operationId,
              MoveToVersionId: previous,
            })
          : await callAws(io, SERVICE, settings, 'DeleteSecret', {
              SecretId,
              RecoveryWindowInDays: 7,
            });
      if (!done.ok) throw done.error;
    },
  },
};

function planFor(present: Description | undefined, operationId: string): Plan {
  if (!present) return { action: 'create' };
  if (present.VersionIdsToStages?.[operationId]?.includes('AWSCURRENT'))
    return { action: 'nothing' };
  const isOurs = present.Tags?.some(({ Key, Value }) => Key === OURS.Key && Value === OURS.Value);
  // A version of this operation that no stage points to is ours to complete.
  const isBegun = present.VersionIdsToStages?.[operationId] !== undefined;
  const writable = (isOurs || isBegun) && !present.DeletedDate;
  const at = present.LastChangedDate;
  return {
    action: writable ? 'new-version' : 'conflict',
    ...(typeof at === 'number' ? { at: Math.round(at * 1000) } : {}),
  };
}

/** What taking the operation's version back comes to: AWS itself keeps the version before it. */
async function stateOf({ operationId, settings }: Job<AwsSettings>, io: Io) {
  const present = await describe(io, settings);
  const versions = Object.entries(present?.VersionIdsToStages ?? {});
  const stages = present?.VersionIdsToStages?.[operationId];
  const previous = versions.find(([, labels]) => labels.includes('AWSPREVIOUS'))?.[0];
  if (!present || present.DeletedDate || !stages) return { action: 'gone', previous } as const;
  if (!stages.includes('AWSCURRENT')) {
    return { action: stages.includes(UNDONE) ? 'gone' : 'changed', previous } as const;
  }
  return { action: previous === undefined ? 'remove' : 'restore', previous } as const;
}

function tagsFor({ product, expires }: Labels): readonly Tag[] {
  return [
    OURS,
    ...(product === undefined ? [] : [{ Key: 'keyferry-product', Value: awsText(product) }]),
    ...(expires === undefined ? [] : [{ Key: 'keyferry-expires', Value: expires }]),
  ];
}

/** AWS takes letters, digits, white space and _.:/=+-@ in a tag. */
const awsText = (text: string) => text.replaceAll(/[^\p{L}\p{N}\s_.:/=+@-]/gu, '-').slice(0, 256);

async function describe(io: Io, settings: AwsSettings): Promise<Description | undefined> {
  const answer = await callAws(io, SERVICE, settings, 'DescribeSecret', {
    SecretId: settings.secretName,
  });
  if (answer.ok) return answer.body as Description;
  if (answer.type === 'ResourceNotFoundException') return undefined;
  throw answer.error;
}
