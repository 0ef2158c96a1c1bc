import { KeyferryError } from '@/lib/domain/errors';
import { gcmDecrypt } from './aes-gcm';
import { fromBase64, type Bytes } from './base64';
import type { Envelope } from './envelope';
import { encodeContext, type Context, type Purpose } from './purposes';

/**
 * Gives the bytes that {@link encrypt} was given.
 * @throws KeyferryError vault_damaged when key, purpose, context or any bit of the envelope differs.
 */
export async function decrypt(
  key: CryptoKey,
  envelope: Envelope,
  purpose: Purpose,
  context: Context,
): Promise<Bytes> {
  try {
    if (envelope.v !== 1) throw new Error('unknown envelope version');
    const additionalData = encodeContext(purpose, context);
    return await gcmDecrypt(key, fromBase64(envelope.iv), fromBase64(envelope.ct), additionalData);
  } catch (cause) {
    throw new KeyferryError('vault_damaged', [], { cause });
  }
}
