import { AwsV4Signer } from 'aws4fetch';
import type { z } from 'zod/mini';
import type { Receipt } from '@/lib/domain/delivery';
import { KeyferryError, type ErrorCode } from '@/lib/domain/errors';
import { parseJson, request, type HttpAnswer, type Io } from '@/lib/http';
import { awsSettingsSchema } from '@/lib/messaging/protocol';
import type { Adapter, Job } from './destination';

/** See {@link awsSettingsSchema}. */
type AwsSettings = z.infer<typeof awsSettingsSchema>;

interface Description {
  readonly ARN: string;
  readonly Tags?: readonly { readonly Key: string; readonly Value: string }[];
  readonly VersionIdsToStages?: Readonly<Record<string, readonly string[]>>;
}

/** Marks what Keyferry wrote: anything without it is never overwritten. */
const TAG = { Key: 'managed-by', Value: 'keyferry' } as const;

/**
 * AWS Secrets Manager (API 2017-10-17). The operation id is the ClientRequestToken, so that AWS
 * itself makes a repeated write the same write; confirmed by DescribeSecret, which holds no value.
 */
export const awsSecretsManager: Adapter<AwsSettings> = {
  id: 'aws-secrets-manager',
  accepts: ['project', 'service-account', 'admin', 'legacy'],
  proof: 'metadata',
  idempotency: 'A',
  settings: awsSettingsSchema,

  origin: (settings) => `https://${hostOf(settings)}/*`,

  async deliver({ operationId, key, settings }, io) {
    const value = { ClientRequestToken: operationId, SecretString: key };
    const created = await call(io, settings, 'CreateSecret', {
      Name: settings.secretName,
      Description: 'OpenAI API key, delivered by Keyferry',
      Tags: [TAG],
      ...value,
    });
    if (created.ok) return;
    if (created.type !== 'ResourceExistsException') throw created.error;
    const present = await describe(io, settings);
    if (!present?.Tags?.some((tag) => tag.Key === TAG.Key && tag.Value === TAG.Value)) {
      throw new KeyferryError('destination_conflict', [settings.secretName]);
    }
    const put = await call(io, settings, 'PutSecretValue', {
      SecretId: settings.secretName,
      ...value,
    });
    if (!put.ok) throw put.error;
  },

  async confirm({ operationId, settings }: Job<AwsSettings>, io): Promise<Receipt | 'absent'> {
    const present = await describe(io, settings);
    const stages = present?.VersionIdsToStages?.[operationId];
    if (!present || !stages?.includes('AWSCURRENT')) return 'absent';
    return { reference: present.ARN, version: operationId, at: io.now(), proof: 'metadata' };
  },
};

async function describe(io: Io, settings: AwsSettings): Promise<Description | undefined> {
  const answer = await call(io, settings, 'DescribeSecret', { SecretId: settings.secretName });
  if (answer.ok) return answer.body as Description;
  if (answer.type === 'ResourceNotFoundException') return undefined;
  throw answer.error;
}

type Answer =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly type: string; readonly error: KeyferryError };

async function call(
  io: Io,
  settings: AwsSettings,
  action: string,
  payload: object,
): Promise<Answer> {
  const { region, accessKeyId, secretAccessKey, sessionToken } = settings;
  const signed = await new AwsV4Signer({
    method: 'POST',
    url: `https://${hostOf(settings)}/`,
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `secretsmanager.${action}`,
    },
    body: JSON.stringify(payload),
    accessKeyId,
    secretAccessKey,
    ...(sessionToken ? { sessionToken } : {}),
    service: 'secretsmanager',
    region,
  }).sign();
  const headers = Object.fromEntries(signed.headers);
  // The browser sets it, and refuses to let us.
  delete headers['host'];
  const answer = await request(io, {
    method: 'POST',
    url: signed.url.href,
    headers,
    body: JSON.stringify(payload),
  });
  if (answer.status === 200) return { ok: true, body: parseJson(answer.text) };
  const type = errorType(answer);
  return { ok: false, type, error: toError(type, answer.status, action, settings) };
}

/** The error's name: JSON from the service, XML from the layers that check signatures before it. */
function errorType({ headers, text }: HttpAnswer): string {
  const json = parseJson(text) as { __type?: unknown } | undefined;
  const named =
    headers.get('x-amzn-errortype') ??
    (typeof json?.__type === 'string' ? json.__type : undefined) ??
    /<Code>([^<]+)<\/Code>/.exec(text)?.[1] ??
    '';
  return named.replace(/^.*#/, '').replace(/:.*$/, '');
}

function toError(
  type: string,
  status: number,
  action: string,
  { region, secretName }: AwsSettings,
): KeyferryError {
  const is = (pattern: RegExp) => pattern.test(type);
  if (is(/AccessDenied|NotAuthorized/)) return fail('destination_refused', action);
  if (
    is(
      /Signature|InvalidClientTokenId|UnrecognizedClient|ExpiredToken|InvalidAccessKey|AuthFailure|IncompleteSignature/,
    )
  ) {
    return fail('destination_credentials');
  }
  if (is(/Throttling|TooManyRequests|LimitExceeded/) || status === 429) return fail('rate_limited');
  if (is(/ResourceNotFound/)) return fail('destination_missing', secretName);
  if (status >= 500) return fail('destination_unavailable', `AWS ${region}`);
  return fail('destination_refused', action);
}

function fail(code: ErrorCode, ...words: string[]): KeyferryError {
  return new KeyferryError(code, words);
}

function hostOf({ region }: AwsSettings): string {
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return `secretsmanager.${region}.${suffix}`;
}
