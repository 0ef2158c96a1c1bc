import { createPublicKey, verify } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { Webhook as Svix } from 'svix';
import { makeWebhookPair, sha256Hex, signHub } from '@/lib/crypto/webhook-signature';
import { webhook, type WebhookSettings } from '@/lib/destinations/webhook';
import { playing, type Asked, type Place } from './place.ts';

const SECRET = `whsec_${Buffer.from('FAKE'.repeat(8)).toString('base64')}`;

/** How a receiver checks a message, and what it tells. */
export interface ReceiverManner {
  readonly signature: 'shared' | 'pair';
  /** The receiver answers with the key's fingerprint. */
  readonly echoes: boolean;
}

/** A receiver of signed messages, who checks them with libraries that others wrote. */
export async function playReceiver(manner: ReceiverManner): Promise<Place<WebhookSettings>> {
  const pair = await makeWebhookPair();
  const secret = manner.signature === 'pair' ? pair.secret : SECRET;
  const seen = new Map<string, string>();
  let value: string | undefined;
  let writes = 0;
  let latest = '';

  async function isSigned({ headers, text }: Asked): Promise<boolean> {
    const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
    const signed = Object.fromEntries(names.map((name) => [name, headers.get(name) ?? '']));
    if (manner.signature === 'pair') return isSignedByPair(pair.publicKey, signed, text);
    try {
      new Webhook(SECRET).verify(text, signed);
      new Svix(SECRET).verify(text, signed);
    } catch {
      return false;
    }
    return headers.get('x-hub-signature-256') === (await signHub(SECRET, text));
  }

  const settings = {
    address: 'https://hooks.example.com/keys/in',
    name: 'acme/OPENAI_API_KEY',
    secret,
  };
  return {
    adapter: webhook,
    settings,
    strange: { ...settings, secret: `whsec_${Buffer.from('EKAF'.repeat(8)).toString('base64')}` },
    fetch: playing(async (asked) => {
      if (!(await isSigned(asked))) return { status: 401, body: { error: 'signature' } };
      const { type, timestamp, data } = asked.body as {
        type: string;
        timestamp: string;
        data: { key: string };
      };
      const id = asked.headers.get('webhook-id') ?? '';
      if (type === 'openai.key.delivered' && !seen.has(id)) {
        seen.set(id, data.key);
        writes += 1;
        // A key that comes late does not take a later one's place.
        if (timestamp >= latest) {
          latest = timestamp;
          value = data.key;
        }
      }
      const echo = manner.echoes && value !== undefined;
      return { status: 200, body: echo ? { fingerprint: await sha256Hex(value ?? '') } : {} };
    }),
    read: () => Promise.resolve(value),
    writes: () => writes,
    violations: [],
  };
}

/** Node's own Ed25519, over the words that Standard Webhooks names. */
function isSignedByPair(publicKey: string, signed: Record<string, string>, text: string): boolean {
  const raw = Buffer.from(publicKey.replace('whpk_', ''), 'base64');
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]);
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  const said = Buffer.from(`${signed['webhook-id']}.${signed['webhook-timestamp']}.${text}`);
  const [version, signature = ''] = (signed['webhook-signature'] ?? '').split(',');
  return version === 'v1a' && verify(null, said, key, Buffer.from(signature, 'base64'));
}
