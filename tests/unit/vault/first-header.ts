import { deriveKey } from '@/lib/crypto/derive-key';
import { digest } from '@/lib/crypto/digest';
import { KDF_FLOOR } from '@/lib/crypto/kdf-parameters';
import { wrap } from '@/lib/crypto/wrap';
import { dump, tamperHeader, type makeBrowser } from './harness';

interface Kept {
  readonly vaultId: string;
  readonly createdAt: number;
  readonly keyPair: { v: number; iv: string; ct: string };
  readonly sealingKey: object;
}

/** Writes the header of an unlocked vault as the first version of Keyferry wrote it. */
export async function writeFirstHeader(
  { area }: ReturnType<typeof makeBrowser>,
  passphrase: string,
): Promise<void> {
  const unlocked = JSON.parse(area.kept.get('unlocked') ?? '{}') as { vaultKey: string };
  const raw = new Uint8Array(Buffer.from(unlocked.vaultKey, 'base64'));
  const { vaultId, createdAt, keyPair, sealingKey } = (await readHeader()) as unknown as Kept;
  const kdf = {
    name: 'argon2id' as const,
    ...KDF_FLOOR,
    salt: Buffer.alloc(16, 3).toString('base64'),
  };
  const { memory, passes, parallelism, salt } = kdf;
  const context = [
    1,
    vaultId,
    createdAt,
    'passphrase',
    'argon2id',
    memory,
    passes,
    parallelism,
    salt,
  ];
  const vaultKey = await wrap(await deriveKey(passphrase, kdf, vaultId), raw, context);
  const envelopes = [vaultKey, keyPair].flatMap(({ v, iv, ct }) => [v, iv, ct]);
  const checksum = await digest('keyferry/header/v1', [...context, ...envelopes]);
  const header = { v: 1, vaultId, createdAt, kdf, vaultKey, keyPair, checksum, sealingKey };
  await tamperHeader(header, 'first');
}

/** The header as it is stored. */
export async function readHeader(): Promise<Record<string, unknown>> {
  const found = (await dump())['meta']?.find(({ key }) => key === 'header')?.value;
  return found as Record<string, unknown>;
}
