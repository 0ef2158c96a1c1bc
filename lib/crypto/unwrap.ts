import { KeyferryError } from '@/lib/domain/errors';
import type { Bytes } from './base64';
import { decrypt } from './decrypt';
import type { Envelope } from './envelope';
import type { Context } from './purposes';

/**
 * Gives the raw vault key that {@link wrap} was given.
 * @throws KeyferryError wrong_passphrase when it does not open: a wrong wrapping key can't be told
 * from a changed envelope here, so the caller rules out damage first.
 */
export async function unwrap(
  wrappingKey: CryptoKey,
  wrapped: Envelope,
  context: Context,
): Promise<Bytes> {
  try {
    return await decrypt(wrappingKey, wrapped, 'keyferry/vault-key/v1', context);
  } catch (cause) {
    throw new KeyferryError('wrong_passphrase', [], { cause });
  }
}
