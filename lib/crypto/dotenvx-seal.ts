import { secp256k1 } from '@noble/curves/secp256k1.js';
import { gcmEncrypt, importAesKey } from './aes-gcm';
import { toBase64, type Bytes } from './base64';
import { hkdf } from './hkdf';

const NONCE_LENGTH = 16;
const TAG_LENGTH = 16;
const NOTHING = new Uint8Array();

/**
 * Encrypts a value for dotenvx: ECIES over secp256k1 as eciesjs does it. A fresh public key
 * (uncompressed), nonce, tag and ciphertext of AES-256-GCM, its key HKDF-SHA-256 of both points.
 * @param recipient a `DOTENV_PUBLIC_KEY`: hex of a compressed point
 * @returns what stands behind the `=`
 * @throws Error when that is no public key
 */
export async function dotenvxSeal(plaintext: string, recipient: string): Promise<string> {
  const theirs = Uint8Array.from(recipient.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const own = secp256k1.utils.randomSecretKey();
  const ours = secp256k1.getPublicKey(own, false);
  const shared = secp256k1.getSharedSecret(own, theirs, false);
  own.fill(0);
  const key = await importAesKey(await hkdf(join(ours, shared), NOTHING, NOTHING, 32));
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_LENGTH));
  const sealed = await gcmEncrypt(key, nonce, new TextEncoder().encode(plaintext), NOTHING);
  const end = sealed.length - TAG_LENGTH;
  // WebCrypto puts the tag behind the ciphertext, eciesjs before it.
  const whole = join(ours, nonce, sealed.slice(end), sealed.slice(0, end));
  return `encrypted:${toBase64(whole)}`;
}

function join(...parts: readonly Uint8Array[]): Bytes {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}
