import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  createHmac,
  type KeyObject,
} from 'node:crypto';

/**
 * HPKE in base mode with DHKEM(X25519, HKDF-SHA256) and HKDF-SHA256, written from RFC 9180 with
 * Node's own primitives: what the product's wrappers are compared with. One message per context.
 */

const SUITE_KEM = Buffer.concat([ascii('KEM'), two(0x20)]);
/** RFC 9180 §7.3: the number and the length of the key. */
const AEAD = { 'aes-128-gcm': [1, 16], 'aes-256-gcm': [2, 32] } as const;

export type Cipher = keyof typeof AEAD;

interface Message {
  readonly info: Uint8Array;
  readonly aad: Uint8Array;
}

/** §6.1 with a given ephemeral private key, which RFC vectors and other vectors name. */
export function plainSeal(
  cipher: Cipher,
  publicKey: Uint8Array,
  ephemeral: Uint8Array,
  plaintext: Uint8Array,
  { info, aad }: Message,
): { readonly enc: Buffer; readonly ct: Buffer } {
  const enc = publicOf(ephemeral);
  const dh = agree(ephemeral, publicKey);
  const { key, nonce } = schedule(cipher, sharedSecret(dh, enc, publicKey), info);
  const made = createCipheriv(cipher, key, nonce).setAAD(aad);
  const body = Buffer.concat([made.update(plaintext), made.final()]);
  return { enc, ct: Buffer.concat([body, made.getAuthTag()]) };
}

/** What opens for the holder of a private key whose Diffie-Hellman result with `enc` is `dh`. */
export function plainSealTo(
  cipher: Cipher,
  dh: Uint8Array,
  enc: Uint8Array,
  privateKey: Uint8Array,
  plaintext: Uint8Array,
  { info, aad }: Message,
): Buffer {
  const { key, nonce } = schedule(cipher, sharedSecret(dh, enc, publicOf(privateKey)), info);
  const made = createCipheriv(cipher, key, nonce).setAAD(aad);
  return Buffer.concat([made.update(plaintext), made.final(), made.getAuthTag()]);
}

/** §6.1. @throws when anything differs */
export function plainOpen(
  cipher: Cipher,
  privateKey: Uint8Array,
  enc: Uint8Array,
  ct: Uint8Array,
  { info, aad }: Message,
): Buffer {
  const dh = agree(privateKey, enc);
  const { key, nonce } = schedule(cipher, sharedSecret(dh, enc, publicOf(privateKey)), info);
  const opened = createDecipheriv(cipher, key, nonce).setAAD(aad);
  opened.setAuthTag(ct.subarray(-16));
  return Buffer.concat([opened.update(ct.subarray(0, -16)), opened.final()]);
}

/** The public half of an X25519 private key. */
export function publicOf(privateKey: Uint8Array): Buffer {
  const { x } = createPublicKey(asPrivate(privateKey)).export({ format: 'jwk' });
  return Buffer.from(x ?? '', 'base64url');
}

function agree(privateKey: Uint8Array, publicKey: Uint8Array): Buffer {
  return diffieHellman({ privateKey: asPrivate(privateKey), publicKey: asPublic(publicKey) });
}

// RFC 8410 §7 and §4: the bytes before a raw X25519 key.
function asPrivate(raw: Uint8Array): KeyObject {
  const der = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), raw]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

function asPublic(raw: Uint8Array): KeyObject {
  const der = Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), raw]);
  return createPublicKey({ key: der, format: 'der', type: 'spki' });
}

/** §4.1, ExtractAndExpand. */
function sharedSecret(dh: Uint8Array, enc: Uint8Array, publicKey: Uint8Array): Buffer {
  const prk = extract(SUITE_KEM, Buffer.alloc(0), 'eae_prk', dh);
  return expand(SUITE_KEM, prk, 'shared_secret', Buffer.concat([enc, publicKey]), 32);
}

/** §5.1 in base mode, and the first nonce of §5.2. */
function schedule(cipher: Cipher, secret: Uint8Array, info: Uint8Array) {
  const [number, length] = AEAD[cipher];
  const suite = Buffer.concat([ascii('HPKE'), two(0x20), two(1), two(number)]);
  const none = Buffer.alloc(0);
  const context = Buffer.concat([
    Buffer.of(0),
    extract(suite, none, 'psk_id_hash', none),
    extract(suite, none, 'info_hash', info),
  ]);
  const prk = extract(suite, secret, 'secret', none);
  return {
    key: expand(suite, prk, 'key', context, length),
    nonce: expand(suite, prk, 'base_nonce', context, 12),
  };
}

/** §4, LabeledExtract: HKDF-Extract is one HMAC (RFC 5869 §2.2). */
function extract(suite: Buffer, salt: Uint8Array, label: string, ikm: Uint8Array): Buffer {
  const labeled = Buffer.concat([ascii('HPKE-v1'), suite, ascii(label), ikm]);
  return createHmac('sha256', salt).update(labeled).digest();
}

/** §4, LabeledExpand: no more than one block is ever needed (RFC 5869 §2.3). */
function expand(suite: Buffer, prk: Buffer, label: string, info: Uint8Array, length: number) {
  const labeled = Buffer.concat([two(length), ascii('HPKE-v1'), suite, ascii(label), info]);
  return createHmac('sha256', prk)
    .update(labeled)
    .update(Buffer.of(1))
    .digest()
    .subarray(0, length);
}

function ascii(text: string): Buffer {
  return Buffer.from(text, 'ascii');
}

function two(value: number): Buffer {
  return Buffer.of(value >> 8, value & 0xff);
}
