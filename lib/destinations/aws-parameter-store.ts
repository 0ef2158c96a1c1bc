import type { Plan } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import type { Io } from '@/lib/http';
import { awsParameterSchema } from '@/lib/messaging/destination-messages';
import type { z } from 'zod/mini';
import { awsHost, callAws } from './aws-api';
import type { Adapter } from './destination';

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
  },

  async plan({ operationId, settings }, io) {
    return planFor(await describe(io, settings), operationId);
  },

  async deliver({ operationId, settings, overwrite, key }, io) {
    const { action } = planFor(await describe(io, settings), operationId);
    if (action === 'conflict' && !overwrite) {
      throw new KeyferryError('destination_conflict', [settings.parameterName]);
    }
    const put = await callAws(io, SERVICE, settings, 'PutParameter', {
      Name: settings.parameterName,
      Type: 'SecureString',
      // Without it AWS refuses a name that was taken since we looked.
      Overwrite: action !== 'create',
      Description: `${OURS}${operationId}`,
      Value: await key(),
    });
    if (put.ok) return String((put.body as { Version?: number }).Version ?? '');
    if (put.type === 'ParameterAlreadyExists') {
      throw new KeyferryError('destination_conflict', [settings.parameterName]);
    }
    throw put.error;
  },

  async confirm({ operationId, settings, queuedAt }, io) {
    const present = await describe(io, settings);
    if (!present) return 'absent';
    if (present.Description !== `${OURS}${operationId}`) {
      // Written by a later delivery of ours: that one has taken this one's place.
      const later = (present.LastModifiedDate ?? 0) * 1000 > queuedAt;
      if (later && present.Description?.startsWith(OURS)) {
        throw new KeyferryError('destination_changed', [settings.parameterName]);
      }
      return 'absent';
    }
    return {
      reference: present.ARN ?? present.Name,
      version: String(present.Version),
      at: io.now(),
      proof: 'metadata',
    };
  },

  undo: {
    async plan({ operationId, settings }, io) {
      const present = await describe(io, settings);
      if (!present) return 'gone';
      return present.Description === `${OURS}${operationId}` && present.Version === 1
        ? 'remove'
        : 'changed';
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

function planFor(present: Description | undefined, operationId: string): Plan {
  if (!present) return { action: 'create' };
  if (present.Description === `${OURS}${operationId}`) return { action: 'nothing' };
  const { LastModifiedUser: by, LastModifiedDate: at } = present;
  return {
    action: present.Description?.startsWith(OURS) ? 'new-version' : 'conflict',
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
