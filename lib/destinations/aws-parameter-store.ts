import type { Plan } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import type { Io } from '@/lib/http';
import { awsParameterSchema } from '@/lib/messaging/destination-messages';
import type { z } from 'zod/mini';
import { awsHost, callAws } from './aws-api';
import { mayReplace, type Adapter, type Job } from './destination';

/** See {@link awsParameterSchema}. */
export type AwsParameterSettings = z.infer<typeof awsParameterSchema>;

/** The part of DescribeParameters' answer that is used. The date is in seconds. */
interface Description {
  readonly ARN?: string;
  readonly Name: string;
  readonly Version: number;
  readonly Description?: string;
  readonly LastModifiedDate?: number;
  readonly LastModifiedUser?: string;
}

const SERVICE = 'ssm';
/** Stands in the description before the operation id: there is no token for repeated writes. */
const OURS = 'OpenAI API key, delivered by Keyferry, operation ';

/**
 * AWS Systems Manager Parameter Store, as a SecureString. Overwriting makes a further version; the
 * operation id in the description tells whose it is. The rights it needs: PutParameter and
 * DescribeParameters; to take a key back also DeleteParameter.
 */
export const awsParameterStore: Adapter<AwsParameterSettings> = {
  id: 'aws-parameter-store',
  accepts: ['project', 'service-account', 'admin', 'legacy'],
  proof: 'metadata',
  idempotency: 'B',
  settings: awsParameterSchema,
  name: 'parameterName',

  origins: ({ region }) => [`https://${awsHost(SERVICE, region)}/*`],

  async test(settings, io) {
    await describe(io, settings);
    return {};
  },

  async plan(job, io) {
    return planFor(await describe(io, job.settings), job);
  },

  async deliver(job, io) {
    const { settings, key } = job;
    const { action, at } = planFor(await describe(io, settings), job);
    if (action === 'conflict' && !mayReplace(job, at)) {
      throw new KeyferryError('destination_conflict', [settings.parameterName]);
    }
    const put = await callAws(io, SERVICE, settings, 'PutParameter', {
      Name: settings.parameterName,
      Type: 'SecureString',
      // Without it AWS refuses a name that was taken since we looked.
      Overwrite: action !== 'create',
      Description: said(job),
      Value: await key(),
    });
    if (put.ok) return String((put.body as { Version?: number }).Version ?? '');
    if (put.type === 'ParameterAlreadyExists') {
      throw new KeyferryError('destination_conflict', [settings.parameterName]);
    }
    throw put.error;
  },

  async confirm(job, io) {
    const present = await describe(io, job.settings);
    if (!present || planFor(present, job).action !== 'nothing') return 'absent';
    return {
      reference: present.ARN ?? present.Name,
      version: String(present.Version),
      at: io.now(),
      proof: 'metadata',
    };
  },

  undo: {
    async plan(job, io) {
      const present = await describe(io, job.settings);
      if (!present) return 'gone';
      return present.Description === said(job) && present.Version === 1 ? 'remove' : 'changed';
    },
    async run(job, io) {
      const action = await this.plan(job, io);
      if (action === 'gone') return;
      // An older version can't be brought back without reading it, and that we don't.
      if (action !== 'remove') {
        throw new KeyferryError('destination_changed', [job.settings.parameterName]);
      }
      const { settings } = job;
      const done = await callAws(io, SERVICE, settings, 'DeleteParameter', {
        Name: settings.parameterName,
      });
      if (!done.ok && done.type !== 'ParameterNotFound') throw done.error;
    },
  },
};

/** What is said of a parameter of ours: whose operation it is, and when that was queued. */
const said = ({ operationId, queuedAt }: Pick<Job<unknown>, 'operationId' | 'queuedAt'>) =>
  `${OURS}${operationId}, queued ${new Date(queuedAt).toISOString()}`;

/** When the delivery was queued that wrote what is there; undefined when it is not ours. */
function queuedOf({ Description: text = '' }: Description): number | undefined {
  const at = text.startsWith(OURS) ? Date.parse(text.slice(text.lastIndexOf(' ') + 1)) : NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** @throws KeyferryError `destination_changed` when a key is there that was queued later */
function planFor(present: Description | undefined, job: Job<AwsParameterSettings>): Plan {
  if (!present) return { action: 'create' };
  if (present.Description === said(job)) return { action: 'nothing' };
  const queuedAt = queuedOf(present);
  if ((queuedAt ?? 0) > job.queuedAt) {
    throw new KeyferryError('destination_changed', [job.settings.parameterName]);
  }
  const { LastModifiedUser: by, LastModifiedDate: at } = present;
  return {
    action: queuedAt === undefined ? 'conflict' : 'new-version',
    ...(by ? { by } : {}),
    ...(typeof at === 'number' ? { at: Math.round(at * 1000) } : {}),
  };
}

async function describe(io: Io, settings: AwsParameterSettings): Promise<Description | undefined> {
  const answer = await callAws(io, SERVICE, settings, 'DescribeParameters', {
    ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: [settings.parameterName] }],
  });
  if (!answer.ok) throw answer.error;
  const { Parameters = [] } = answer.body as { readonly Parameters?: readonly Description[] };
  return Parameters.find(({ Name }) => Name === settings.parameterName);
}
