import type { z } from 'zod/mini';
import { ageSeal } from '@/lib/crypto/age-seal';
import { sha256Hex, signHub, signWebhook } from '@/lib/crypto/webhook-signature';
import { hostPattern } from '@/lib/domain/address';
import { KeyferryError, type ErrorCode } from '@/lib/domain/errors';
import { parseJson, request, retryAfter, type Io } from '@/lib/http';
import { webhookSchema } from '@/lib/messaging/destination-messages';
import type { Adapter } from './destination';
import { codeOf } from './json-api';

/** See {@link webhookSchema}. */
export type WebhookSettings = z.infer<typeof webhookSchema>;

/** What a receiver may answer to show that it has the key: SHA-256 of it, as hex. */
interface Echo {
  readonly fingerprint?: unknown;
}

const ACCEPTED = 'accepted';
const ECHOED = 'fingerprint';

/**
 * A signed message to any https address (Standard Webhooks 1.0.0, and GitHub's header for receivers
 * that know that one). The operation id is the `webhook-id`, the same at every try, by which a
 * receiver tells a repeated message; its `timestamp` is when the delivery was queued, by which an
 * older key that comes late is told. With a recipient the key is inside an age file that only its
 * holder opens. Nothing can be asked afterwards: what it answered is the proof.
 */
export const webhook: Adapter<WebhookSettings> = {
  id: 'webhook',
  accepts: ['project', 'service-account', 'admin', 'legacy'],
  proof: 'accepted',
  idempotency: 'A',
  settings: webhookSchema,
  name: 'name',
  origins: ({ address }) => [hostPattern(address)],

  async test(settings, io) {
    const ping = { type: 'keyferry.ping', at: io.now(), data: {} };
    await post(settings, io, crypto.randomUUID(), ping);
    return {};
  },

  plan: () => Promise.resolve({ action: 'create' }),

  async deliver({ operationId, settings, labels, queuedAt, key }, io) {
    const value = await key();
    const { name, recipient } = settings;
    const secret = recipient ? { age: await seal(value, recipient) } : { key: value };
    const echo = await post(settings, io, operationId, {
      type: 'openai.key.delivered',
      at: queuedAt,
      data: { name, operation: operationId, ...labels, ...secret },
    });
    return echo.fingerprint === (await sha256Hex(value)) ? ECHOED : ACCEPTED;
  },

  confirm({ settings, written }, io) {
    if (written === undefined) return Promise.resolve('absent');
    const reference = `${new URL(settings.address).host} › ${settings.name}`;
    const proof = written === ECHOED ? 'fingerprint' : 'accepted';
    return Promise.resolve({ reference, at: io.now(), proof });
  },
};

async function seal(value: string, recipient: string): Promise<string> {
  try {
    return await ageSeal(new TextEncoder().encode(value), recipient);
  } catch (cause) {
    throw new KeyferryError('invalid_settings', [], { cause });
  }
}

async function post(
  { address, secret }: WebhookSettings,
  io: Io,
  id: string,
  { type, at, data }: { readonly type: string; readonly at: number; readonly data: object },
): Promise<Echo> {
  const place = new URL(address).host;
  const timestamp = String(Math.floor(io.now() / 1000));
  const body = JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });
  const answer = await request(io, {
    method: 'POST',
    url: address,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': await signWebhook(secret, `${id}.${timestamp}.${body}`),
      ...(secret.startsWith('whsk_') ? {} : { 'x-hub-signature-256': await signHub(secret, body) }),
    },
    body,
  });
  const { status, text } = answer;
  if (status >= 200 && status < 300) return parseJson(text) ?? {};
  const wait = { retryAfter: retryAfter(answer, io.now()) };
  throw new KeyferryError(OWN[status] ?? codeOf(status), [place], wait);
}

/** A receiver means something else by these: there is no secret of a name, and nobody's rights. */
const OWN: Readonly<Record<number, ErrorCode>> = {
  403: 'destination_credentials',
  409: 'destination_refused',
  // Nobody wants messages here any more.
  410: 'destination_missing',
};
