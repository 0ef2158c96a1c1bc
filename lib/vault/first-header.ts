import type { Bytes } from '@/lib/crypto/base64';
import { deriveKey } from '@/lib/crypto/derive-key';
import { digest } from '@/lib/crypto/digest';
import type { Envelope } from '@/lib/crypto/envelope';
import { kdfContext, type KdfParameters } from '@/lib/crypto/kdf-parameters';
import type { Context } from '@/lib/crypto/purposes';
import { unwrap } from '@/lib/crypto/unwrap';
import { KeyferryError } from '@/lib/domain/errors';
import type { SealingKey } from './sealing-key';
import type { Kdf } from './wraps';

/** The header's first version: a passphrase is the only way in. It is read, and no longer written. */
export interface FirstHeader {
  readonly v: 1;
  readonly vaultId: string;
  readonly createdAt: number;
  readonly kdf: KdfParameters;
  readonly vaultKey: Envelope;
  readonly keyPair: Envelope;
  readonly checksum: string;
  readonly sealingKey: SealingKey;
}

/** Gives the raw vault key. @throws KeyferryError wrong_passphrase, vault_damaged */
export async function openFirstHeader(
  header: FirstHeader,
  passphrase: string,
  load: Kdf['load'],
): Promise<Bytes> {
  if (!(await isSoundFirst(header))) throw new KeyferryError('vault_damaged');
  const key = await deriveKey(passphrase, header.kdf, header.vaultId, load);
  return unwrap(key, header.vaultKey, contextOf(header));
}

/** Whether a header is what was written. */
export async function isSoundFirst(header: FirstHeader): Promise<boolean> {
  return (await checksumOf(header).catch(() => undefined)) === header.checksum;
}

async function checksumOf(header: FirstHeader): Promise<string> {
  const envelopes = [header.vaultKey, header.keyPair].flatMap(({ v, iv, ct }) => [v, iv, ct]);
  return digest('keyferry/header/v1', [...contextOf(header), ...envelopes]);
}

function contextOf({ v, vaultId, createdAt, kdf }: FirstHeader): Context {
  return [v, vaultId, createdAt, 'passphrase', ...kdfContext(kdf)];
}
