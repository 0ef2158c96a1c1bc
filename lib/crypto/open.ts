import { KeyferryError } from '@/lib/domain/errors';
import { fromBase64, type Bytes } from './base64';
import type { Sealed } from './envelope';
import type { KeyPair } from './key-pair';
import { encodeContext, type Context, type Purpose } from './purposes';
import { suite } from './suite';

/**
 * Gives the bytes that {@link seal} was given, with the key pair that it was sealed to.
 * @throws KeyferryError vault_damaged when key, purpose, vault, context or any bit differs.
 */
export async function open(
  pair: KeyPair,
  sealed: Sealed,
  purpose: Purpose,
  vaultId: string,
  context: Context,
): Promise<Bytes> {
  try {
    if (sealed.v !== 1) throw new Error('unknown version of a sealed text');
    // Both halves: only the newest browsers can tell the public half from the private one.
    const recipient = {
      publicKey: await suite.DeserializePublicKey(fromBase64(pair.publicKey)),
      privateKey: await suite.DeserializePrivateKey(fromBase64(pair.privateKey)),
    };
    const plaintext = await suite.Open(recipient, fromBase64(sealed.enc), fromBase64(sealed.ct), {
      info: encodeContext(purpose, [vaultId]),
      aad: encodeContext(purpose, context),
    });
    return new Uint8Array(plaintext);
  } catch (cause) {
    throw new KeyferryError('vault_damaged', [], { cause });
  }
}
