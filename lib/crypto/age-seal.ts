import type { Bytes } from './base64';

/**
 * Encrypts to an age recipient (`age1…`, X25519) in age's armor, which `age -d -i` opens
 * (https://age-encryption.org/v1).
 * @throws Error when that is no recipient
 */
export async function ageSeal(plaintext: Bytes, recipient: string): Promise<string> {
  // Loaded here, because hardly any start of the background needs it.
  const { armor, Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return armor.encode(await encrypter.encrypt(plaintext));
}
