import { toBase64 } from './base64';
import { suite } from './suite';

/** An X25519 key pair; both halves are raw bytes in base64. */
export interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** Makes a key pair for {@link seal} and {@link open} (RFC 9180 §4.1). */
export async function generateKeyPair(): Promise<KeyPair> {
  const pair = await suite.GenerateKeyPair(true);
  return {
    publicKey: toBase64(await suite.SerializePublicKey(pair.publicKey)),
    privateKey: toBase64(await suite.SerializePrivateKey(pair.privateKey)),
  };
}
