import type { Plan } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import type { Io } from '@/lib/http';
import { awsSettingsSchema } from '@/lib/messaging/destination-messages';
import { awsHost, callAws, type AwsSettings } from './aws-api';
import { mayReplace, type Adapter, type Job, type Labels } from './destination';

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

/** What a version of ours is called: AWS takes 32 to 64 signs, and lists them with their labels. */
const VERSION = /^keyferry-(\d{13})-[0-9a-f-]{36}$/;

/** The version of one delivery. It tells whose it is and when it was queued, to every later one. */
export function versionOf({
  operationId,
  queuedAt,
}: Pick<Job<unknown>, 'operationId' | 'queuedAt'>) {
  return `keyferry-${String(queuedAt).padStart(13, '0')}-${operationId}`;
}

/**
 * AWS Secrets Manager. The version's id is our ClientRequestToken, so that AWS itself makes a
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
    return {};
  },

  async plan(job, io) {
    return planFor(await describe(io, job.settings), job);
  },

  async deliver(job, io) {
    const { settings } = job;
    const { secretName, region } = settings;
    const version = versionOf(job);
    const value = { ClientRequestToken: version, SecretString: await job.key() };
    const created = await callAws(io, SERVICE, settings, 'CreateSecret', {
      Name: secretName,
      Description: 'OpenAI API key, delivered by Keyferry',
      Tags: tagsFor(job.labels),
      ...value,
    });
    if (created.ok) return version;
    if (!TAKEN.includes(created.type)) throw created.error;
    const present = await describe(io, settings);
    // Taken, and not there: AWS's answers are not of the same moment yet.
    if (!present) throw new KeyferryError('destination_unavailable', [`AWS ${region}`]);
    const { action, at } = planFor(present, job);
    if (action === 'conflict' && (!mayReplace(job, at) || present.DeletedDate)) {
      throw new KeyferryError('destination_conflict', [secretName]);
    }
    const put = await callAws(io, SERVICE, settings, 'PutSecretValue', {
      SecretId: secretName,
      ...value,
    });
    if (!put.ok) throw put.error;
    return version;
  },

  async confirm(job, io) {
    const { settings } = job;
    const present = await describe(io, settings);
    const version = versionOf(job);
    const stages = present?.VersionIdsToStages?.[version];
    if (!present || !stages) return 'absent';
    if (!stages.includes('AWSCURRENT')) {
      throw new KeyferryError('destination_changed', [settings.secretName]);
    }
    return { reference: present.ARN, version, at: io.now(), proof: 'metadata' };
  },

  undo: {
    async plan(job, io) {
      return (await stateOf(job, io)).action;
    },
    async run(job, io) {
      const { settings } = job;
      const version = versionOf(job);
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
        const marked = await stage(UNDONE, { MoveToVersionId: version });
        if (!marked.ok) throw marked.error;
      }
      const done =
        action === 'restore'
          ? await stage('AWSCURRENT', {
              RemoveFromVersionId: version,
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

/** @throws KeyferryError `destination_changed` when a key is there that was queued later */
function planFor(present: Description | undefined, job: Job<AwsSettings>): Plan {
  if (!present) return { action: 'create' };
  const versions = present.VersionIdsToStages ?? {};
  const current = Object.keys(versions).find((id) => versions[id]?.includes('AWSCURRENT'));
  if (current === versionOf(job)) return { action: 'nothing' };
  const queuedAt = current === undefined ? undefined : VERSION.exec(current)?.[1];
  if (Number(queuedAt ?? 0) > job.queuedAt) {
    throw new KeyferryError('destination_changed', [job.settings.secretName]);
  }
  const isTagged = present.Tags?.some(({ Key, Value }) => Key === OURS.Key && Value === OURS.Value);
  const isBegun = versions[versionOf(job)] !== undefined;
  // Without a current version nobody's value is replaced.
  const isOurs = queuedAt !== undefined || (current === undefined && (isTagged || isBegun));
  const at = present.LastChangedDate;
  return {
    action: isOurs && !present.DeletedDate ? 'new-version' : 'conflict',
    ...(typeof at === 'number' ? { at: Math.round(at * 1000) } : {}),
  };
}

/** What taking the operation's version back comes to: AWS itself keeps the version before it. */
async function stateOf(job: Job<AwsSettings>, io: Io) {
  const present = await describe(io, job.settings);
  const versions = Object.entries(present?.VersionIdsToStages ?? {});
  const stages = present?.VersionIdsToStages?.[versionOf(job)];
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
