import { importAesKey } from '@/lib/crypto/aes-gcm';
import { toBase64, type Bytes } from '@/lib/crypto/base64';
import { decrypt } from '@/lib/crypto/decrypt';
import { digest } from '@/lib/crypto/digest';
import { encrypt } from '@/lib/crypto/encrypt';
import type { Envelope } from '@/lib/crypto/envelope';
import { fromJsonBytes, toJsonBytes } from '@/lib/crypto/json';
import { generateKeyPair, type KeyPair } from '@/lib/crypto/key-pair';
import { KeyferryError } from '@/lib/domain/errors';
import type { FirstHeader } from './first-header';
import { makeSealingKey, type SealingKey } from './sealing-key';
import { wrapByPassphrase, wrapContext, type Kdf, type PassphraseWrap, type Wrap } from './wraps';

/** What a vault is made of, apart from its items. Each wrap opens the vault key, that opens `keyPair`. */
export interface VaultHeader {
  readonly v: 2;
  readonly vaultId: string;
  readonly createdAt: number;
  /** The ways in; the passphrase's is the first. */
  readonly wraps: readonly Wrap[];
  readonly keyPair: Envelope;
  /** Tells damage from a wrong passphrase. Against a forger stands the context of each wrap. */
  readonly checksum: string;
  /** Has a checksum of its own. */
  readonly sealingKey: SealingKey;
}

/** A header as it is stored: ours, or the first one's, which the next unlock brings up to date. */
export type AnyHeader = VaultHeader | FirstHeader;

/** The key pair of the inbox and what goes with it, as the unlocked vault knows them. */
export interface OpenedPair extends KeyPair {
  readonly salt: string;
}

/** Makes the header of a new vault for a fresh vault key. */
export async function makeHeader(
  passphrase: string,
  vaultKey: Bytes,
  createdAt: number,
  kdf: Kdf,
): Promise<VaultHeader> {
  const vaultId = crypto.randomUUID();
  const salt = toBase64(crypto.getRandomValues(new Uint8Array(16)));
  const pair: OpenedPair = { ...(await generateKeyPair()), salt };
  const key = await importAesKey(vaultKey);
  const keyPair = await encrypt(key, toJsonBytes(pair), 'keyferry/key-pair/v1', [vaultId]);
  const sealingKey = await makeSealingKey(vaultId, pair.publicKey, pair.salt);
  const wraps = [await wrapByPassphrase(vaultId, vaultKey, passphrase, createdAt, kdf)];
  return checked({ v: 2, vaultId, createdAt, wraps, keyPair, sealingKey });
}

/** The header with these ways in, and with its checksum. */
export async function checked(header: Omit<VaultHeader, 'checksum'>): Promise<VaultHeader> {
  return { ...header, checksum: await checksumOf(header) };
}

/** Refuses a header that is not what was written. @throws KeyferryError vault_damaged */
export async function assertSound(header: VaultHeader): Promise<void> {
  if (!(await isSound(header))) throw new KeyferryError('vault_damaged');
}

/** Whether a header is what was written. */
export async function isSound(header: VaultHeader): Promise<boolean> {
  const sound = await checksumOf(header).catch(() => undefined);
  return header.v === 2 && sound === header.checksum;
}

/** The passphrase's way in. @throws KeyferryError vault_damaged */
export function passphraseWrap({ wraps }: VaultHeader): PassphraseWrap {
  const found = wraps.find((each) => each.kind === 'passphrase');
  if (!found) throw new KeyferryError('vault_damaged');
  return found;
}

/** @throws KeyferryError vault_damaged */
export async function openKeyPair(
  header: Pick<VaultHeader, 'vaultId' | 'keyPair'>,
  key: CryptoKey,
): Promise<OpenedPair> {
  const bytes = await decrypt(key, header.keyPair, 'keyferry/key-pair/v1', [header.vaultId]);
  return fromJsonBytes(bytes) as OpenedPair;
}

async function checksumOf(header: Omit<VaultHeader, 'checksum'>): Promise<string> {
  const { v, vaultId, createdAt, wraps, keyPair } = header;
  const ways = wraps.flatMap((each) => [
    ...wrapContext(vaultId, each),
    ...envelopeParts(each.vaultKey),
  ]);
  const parts = [v, vaultId, createdAt, wraps.length, ...ways, ...envelopeParts(keyPair)];
  return digest('keyferry/header/v2', parts);
}

function envelopeParts({ v, iv, ct }: Envelope) {
  return [v, iv, ct];
}
