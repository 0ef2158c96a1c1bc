import { fromBase64, toBase64, type Bytes } from './base64';

const SYMMETRIC = 'whsec_';
const PRIVATE = 'whsk_';
const PUBLIC = 'whpk_';
const SEED_LENGTH = 32;
/** What stands before an Ed25519 seed in PKCS #8 (RFC 8410 §7). */
const PKCS8 = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];

/**
 * Signs a text for the header `webhook-signature` (Standard Webhooks 1.0.0): `v1,…` with HMAC-SHA-256
 * under a secret `whsec_…`, `v1a,…` with Ed25519 under a private key `whsk_…`.
 * @throws DOMException when what follows the prefix is no base64 or no key
 */
export async function signWebhook(secret: string, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  if (secret.startsWith(PRIVATE)) {
    const key = await privateKey(fromBase64(secret.slice(PRIVATE.length)));
    return `v1a,${toBase64(new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytes)))}`;
  }
  const key = fromBase64(secret.replace(SYMMETRIC, ''));
  return `v1,${toBase64(await hmac(key, bytes))}`;
}

/** `sha256=` and hex of HMAC-SHA-256 over a body, as GitHub signs its webhooks (X-Hub-Signature-256). */
export async function signHub(secret: string, body: string): Promise<string> {
  const encoder = new TextEncoder();
  const tag = await hmac(encoder.encode(secret), encoder.encode(body));
  return `sha256=${hex(tag)}`;
}

/** A new pair for signing: `whsk_…` is ours to keep, `whpk_…` the receiver's to check with. */
export async function makeWebhookPair(): Promise<{
  readonly secret: string;
  readonly publicKey: string;
}> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign']);
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const seed = pkcs8.slice(pkcs8.length - SEED_LENGTH);
  // The receiving libraries keep a private key as its seed with the public key behind it.
  const whole = new Uint8Array([...seed, ...raw]);
  return { secret: `${PRIVATE}${toBase64(whole)}`, publicKey: `${PUBLIC}${toBase64(raw)}` };
}

/** SHA-256 of a text as hex, for a receiver that tells what it got. */
export async function sha256Hex(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return hex(new Uint8Array(hash));
}

async function privateKey(bytes: Bytes): Promise<CryptoKey> {
  const pkcs8 = new Uint8Array([...PKCS8, ...bytes.slice(0, SEED_LENGTH)]);
  return crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
}

async function hmac(key: Bytes, bytes: Bytes): Promise<Uint8Array> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, bytes));
}

const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
