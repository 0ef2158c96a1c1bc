import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { agree } from './agree';
import { toBase64, type Bytes } from './base64';
import { fromBech32 } from './bech32';
import { join } from './bytes';
import { hkdf } from './hkdf';

const ORIGIN = 'age-encryption.org/v1';
/** There is nothing to stretch in a passphrase that everybody knows: 2 to the power of this. */
const LEAST_WORK = 10;
/** What is sealed here is a key: more than one chunk is never needed. */
const CHUNK = 64 * 1024;
const LINE = 64;

/** Who can open a file: a line with what they need, and the file key wrapped for them. */
interface Stanza {
  readonly line: string;
  readonly wrapKey: Bytes;
}

/**
 * Encrypts to an age recipient (`age1…`, X25519) in age's armor, which `age -d -i` opens
 * (https://age-encryption.org/v1, "The X25519 recipient type"). age's own library would be a third of
 * the worker's code, and a service worker may load none later.
 * @param plaintext at most 64 KiB
 * @throws Error when that is no recipient
 */
export async function ageSeal(plaintext: Bytes, recipient: string): Promise<string> {
  const theirs = fromBech32(recipient, 'age');
  const { share, secret } = await agree(theirs);
  const wrapKey = await hkdf(secret, join(share, theirs), utf8(`${ORIGIN}/X25519`), 32);
  return sealFile(plaintext, { line: `X25519 ${unpadded(share)}`, wrapKey });
}

/** The same with a passphrase that is no secret, which `age -d` asks for ("The scrypt recipient type"). */
export async function ageSealOpenly(plaintext: Bytes, passphrase: string): Promise<string> {
  const salt = random(16);
  const work = { N: 2 ** LEAST_WORK, r: 8, p: 1, dkLen: 32 };
  const wrapKey = await scryptAsync(passphrase, join(utf8(`${ORIGIN}/scrypt`), salt), work);
  const line = `scrypt ${unpadded(salt)} ${LEAST_WORK}`;
  return sealFile(plaintext, { line, wrapKey: new Uint8Array(wrapKey) });
}

async function sealFile(plaintext: Bytes, { line, wrapKey }: Stanza): Promise<string> {
  if (plaintext.length > CHUNK) throw new Error('more than one chunk');
  const fileKey = random(16);
  const wrapped = chacha20poly1305(wrapKey, new Uint8Array(12)).encrypt(fileKey);
  const header = `${ORIGIN}\n-> ${line}\n${unpadded(wrapped)}\n---`;
  const macKey = await hkdf(fileKey, new Uint8Array(), utf8('header'), 32);
  const nonce = random(16);
  const payloadKey = await hkdf(fileKey, nonce, utf8('payload'), 32);
  // STREAM: a counter of eleven bytes, and whether the chunk is the last.
  const last = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
  const payload = chacha20poly1305(payloadKey, last).encrypt(plaintext);
  const end = utf8(`${header} ${unpadded(await hmac(macKey, utf8(header)))}\n`);
  return armored(join(end, nonce, payload));
}

async function hmac(key: Bytes, text: Bytes): Promise<Bytes> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const macKey = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', macKey, text));
}

function armored(file: Bytes): string {
  const lines = toBase64(file).match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  const name = 'AGE ENCRYPTED FILE-----';
  return [`-----BEGIN ${name}`, ...lines, `-----END ${name}`, ''].join('\n');
}

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
const unpadded = (bytes: Uint8Array): string => toBase64(bytes).replace(/=+$/, '');
