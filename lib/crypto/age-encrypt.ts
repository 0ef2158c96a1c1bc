import type { Bytes } from './base64';

/**
 * The work that scrypt is asked for, as a power of two. There is nothing to stretch in a recovery
 * code of 145 random bits, so this is what any machine has at once, and not age's 18.
 */
const WORK = 15;

/** Encrypts with a passphrase into an age file (https://age-encryption.org/v1), which the `age` tool opens. */
export async function ageEncrypt(plaintext: Bytes, passphrase: string): Promise<Bytes> {
  // Loaded here, because hardly any start of a page needs it.
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(WORK);
  return new Uint8Array(await encrypter.encrypt(plaintext));
}
