import type { Bytes } from './base64';
import { encrypt } from './encrypt';
import type { Envelope } from './envelope';
import type { Context } from './purposes';

/** Encrypts the raw vault key with a key derived from a passphrase or by a passkey. The context names vault and parameters. */
export function wrap(wrappingKey: CryptoKey, vaultKey: Bytes, context: Context): Promise<Envelope> {
  return encrypt(wrappingKey, vaultKey, 'keyferry/vault-key/v1', context);
}
