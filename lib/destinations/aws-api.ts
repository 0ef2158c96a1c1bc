import { AwsV4Signer } from 'aws4fetch';
import type { z } from 'zod/mini';
import { KeyferryError, type ErrorCode } from '@/lib/domain/errors';
import { parseJson, request, retryAfter, type HttpAnswer, type Io } from '@/lib/http';
import type { awsSettingsSchema } from '@/lib/messaging/destination-messages';
import { codeOf } from './json-api';

/** See {@link awsSettingsSchema}. */
export type AwsSettings = z.infer<typeof awsSettingsSchema>;

/** What every request to AWS needs of a destination's settings. */
export type AwsAccess = Pick<
  AwsSettings,
  'region' | 'accessKeyId' | 'secretAccessKey' | 'sessionToken'
>;

/** The services that take keys, with the prefix that names their actions. */
const TARGETS = { secretsmanager: 'secretsmanager', ssm: 'AmazonSSM' } as const;
/** One of them, as its host and its signature name it. */
export type AwsService = keyof typeof TARGETS;

/** What AWS answered: a body, or the name of its error and ours for it. */
export type AwsAnswer =
  | { readonly ok: true; readonly body: object }
  | { readonly ok: false; readonly type: string; readonly error: KeyferryError };

const CREDENTIALS =
  /Signature|InvalidClientTokenId|UnrecognizedClient|ExpiredToken|RequestExpired|InvalidAccessKey|AuthFailure|MissingAuthenticationToken/;
const RIGHTS = /AccessDenied|NotAuthorized|OptInRequired/;
// LimitExceededException alone is a full account: waiting does not help.
const RATE = /Throttling|TooManyRequests|RequestLimitExceeded/;

/**
 * One signed request to AWS (Signature Version 4, JSON 1.1): Secrets Manager of 2017-10-17, or
 * Systems Manager of 2014-11-06.
 * @throws KeyferryError of the network; what AWS itself refuses is answered.
 */
export async function callAws(
  io: Io,
  service: AwsService,
  settings: AwsAccess,
  action: string,
  payload: object,
): Promise<AwsAnswer> {
  const { region, accessKeyId, secretAccessKey, sessionToken } = settings;
  const body = JSON.stringify(payload);
  const { url, headers } = await new AwsV4Signer({
    method: 'POST',
    url: `https://${awsHost(service, region)}/`,
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `${TARGETS[service]}.${action}`,
    },
    body,
    accessKeyId,
    secretAccessKey,
    ...(sessionToken ? { sessionToken } : {}),
    service,
    region,
    datetime: new Date(io.now()).toISOString().replaceAll(/[:-]|\.\d{3}/g, ''),
  }).sign();
  const answer = await request(io, {
    method: 'POST',
    url: url.href,
    headers: Object.fromEntries(headers),
    body,
  });
  if (answer.status === 200) {
    const told = parseJson(answer.text);
    if (typeof told === 'object' && told !== null) return { ok: true, body: told };
    // AWS answers with an object always: this was somebody in between.
    throw new KeyferryError('destination_unavailable', [`AWS ${region}`]);
  }
  const type = errorType(answer);
  return { ok: false, type, error: toError(type, answer, action, region, io.now()) };
}

/** The error's name: JSON from the service, XML from the layers that check signatures before it. */
function errorType({ headers, text }: HttpAnswer): string {
  const json = parseJson(text) as { readonly __type?: unknown } | null | undefined;
  const named =
    headers.get('x-amzn-errortype') ??
    (typeof json?.__type === 'string' ? json.__type : undefined) ??
    /<Code>([^<]+)<\/Code>/.exec(text)?.[1] ??
    '';
  return named.replace(/^.*#/, '').replace(/:.*$/, '');
}

/** AWS's own message is left out: it may repeat what was sent. */
function toError(
  type: string,
  answer: HttpAnswer,
  action: string,
  region: string,
  now: number,
): KeyferryError {
  const place = `AWS ${region}`;
  const wait = { retryAfter: retryAfter(answer, now) };
  const fail = (code: ErrorCode, word: string) => new KeyferryError(code, [word], wait);
  if (RIGHTS.test(type)) return fail('destination_refused', action);
  if (CREDENTIALS.test(type)) return fail('destination_credentials', place);
  if (RATE.test(type)) return fail('rate_limited', place);
  if (type.startsWith('ResourceNotFound')) return fail('destination_missing', place);
  // AWS names its own refusals; what has no name came from somebody in between.
  const code =
    type === '' || answer.status === 429 || answer.status >= 500
      ? codeOf(answer.status)
      : 'destination_refused';
  return fail(code, code === 'destination_refused' ? action : place);
}

/** The host of a service of AWS in a region. China has a domain of its own. */
export function awsHost(service: AwsService, region: string): string {
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return `${service}.${region}.${domain}`;
}
