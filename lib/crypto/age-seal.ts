// At once, unlike in our pages: a service worker may load no code later.
import { armor, Encrypter } from 'age-encryption';
import type { Bytes } from './base64';

/** There is nothing to stretch in a passphrase that everybody knows. */
const LEAST_WORK = 10;

/**
 * Encrypts to an age recipient (`age1…`, X25519) in age's armor, which `age -d -i` opens
 * (https://age-encryption.org/v1).
 * @throws Error when that is no recipient
 */
export async function ageSeal(plaintext: Bytes, recipient: string): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return armor.encode(await encrypter.encrypt(plaintext));
}

/** The same with a passphrase that is no secret, which `age -d` asks for. */
export async function ageSealOpenly(plaintext: Bytes, passphrase: string): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(LEAST_WORK);
  return armor.encode(await encrypter.encrypt(plaintext));
}
