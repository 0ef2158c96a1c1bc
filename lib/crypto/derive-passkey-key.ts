import { KeyferryError } from '@/lib/domain/errors';
import { importAesKey } from './aes-gcm';
import { fromBase64 } from './base64';
import { hkdf } from './hkdf';
import { encodeContext } from './purposes';

/**
 * Derives the key that wraps the vault key from what a passkey computes (WebAuthn's PRF extension,
 * 32 bytes in base64): HKDF-SHA-256 (RFC 5869), bound to the vault's id.
 * @throws KeyferryError wrong_passkey when it is not 32 bytes in base64
 */
export async function derivePasskeyKey(prf: string, vaultId: string): Promise<CryptoKey> {
  const material = bytesOf(prf);
  if (material?.length !== 32) throw new KeyferryError('wrong_passkey');
  const info = encodeContext('keyferry/passkey-key/v1', [vaultId]);
  return importAesKey(await hkdf(material, new Uint8Array(), info, 32));
}

function bytesOf(base64: string) {
  try {
    return fromBase64(base64);
  } catch {
    return undefined;
  }
}
