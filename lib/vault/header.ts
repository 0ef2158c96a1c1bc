import { importAesKey } from '@/lib/crypto/aes-gcm';
import type { Argon2id } from '@/lib/crypto/argon2id';
import { toBase64, type Bytes } from '@/lib/crypto/base64';
import { decrypt } from '@/lib/crypto/decrypt';
import { deriveKey } from '@/lib/crypto/derive-key';
import { digest } from '@/lib/crypto/digest';
import { encrypt } from '@/lib/crypto/encrypt';
import type { Envelope } from '@/lib/crypto/envelope';
import { fromJsonBytes, toJsonBytes } from '@/lib/crypto/json';
import { kdfContext, type KdfCost, type KdfParameters } from '@/lib/crypto/kdf-parameters';
import { generateKeyPair, type KeyPair } from '@/lib/crypto/key-pair';
import type { Context } from '@/lib/crypto/purposes';
import { unwrap } from '@/lib/crypto/unwrap';
import { wrap } from '@/lib/crypto/wrap';
import { KeyferryError } from '@/lib/domain/errors';
import { makeSealingKey, type SealingKey } from './sealing-key';

/** What a vault is made of, apart from its items. The passphrase opens `vaultKey`, that opens `keyPair`. */
export interface VaultHeader {
  readonly v: 1;
  readonly vaultId: string;
  readonly createdAt: number;
  readonly kdf: KdfParameters;
  readonly vaultKey: Envelope;
  readonly keyPair: Envelope;
  /** Tells damage from a wrong passphrase. Against a forger stands the context of the wrap. */
  readonly checksum: string;
  /** Has a checksum of its own. */
  readonly sealingKey: SealingKey;
}

/** The cost of Argon2id, and how to load it. */
export interface Kdf {
  readonly cost: KdfCost;
  readonly load: () => Promise<Argon2id>;
}

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
  const pair: OpenedPair = { ...(await generateKeyPair()), salt: randomSalt() };
  const key = await importAesKey(vaultKey);
  const keyPair = await encrypt(key, toJsonBytes(pair), 'keyferry/key-pair/v1', [vaultId]);
  const sealingKey = await makeSealingKey(vaultId, pair.publicKey, pair.salt);
  return wrapHeader({ v: 1, vaultId, createdAt, keyPair, sealingKey }, passphrase, vaultKey, kdf);
}

/** Wraps the vault key anew, with a new salt: at the beginning, and when our cost rises. */
export async function wrapHeader(
  header: Omit<VaultHeader, 'kdf' | 'vaultKey' | 'checksum'>,
  passphrase: string,
  vaultKey: Bytes,
  { cost, load }: Kdf,
): Promise<VaultHeader> {
  const kdf: KdfParameters = { name: 'argon2id', ...cost, salt: randomSalt() };
  const wrappingKey = await deriveKey(passphrase, kdf, header.vaultId, load);
  const wrapped = await wrap(wrappingKey, vaultKey, wrapContext({ ...header, kdf }));
  const made = { ...header, kdf, vaultKey: wrapped };
  return { ...made, checksum: await checksumOf(made) };
}

/**
 * Gives the raw vault key.
 * @throws KeyferryError wrong_passphrase; vault_damaged when the header is not what was written.
 */
export async function openHeader(
  header: VaultHeader,
  passphrase: string,
  load: Kdf['load'],
): Promise<Bytes> {
  const sound = await checksumOf(header).catch(() => undefined);
  if (header.v !== 1 || sound !== header.checksum) throw new KeyferryError('vault_damaged');
  const wrappingKey = await deriveKey(passphrase, header.kdf, header.vaultId, load);
  return unwrap(wrappingKey, header.vaultKey, wrapContext(header));
}

/** @throws KeyferryError vault_damaged */
export async function openKeyPair(header: VaultHeader, key: CryptoKey): Promise<OpenedPair> {
  const bytes = await decrypt(key, header.keyPair, 'keyferry/key-pair/v1', [header.vaultId]);
  return fromJsonBytes(bytes) as OpenedPair;
}

function wrapContext({
  v,
  vaultId,
  createdAt,
  kdf,
}: Pick<VaultHeader, 'v' | 'vaultId' | 'createdAt' | 'kdf'>): Context {
  return [v, vaultId, createdAt, 'passphrase', ...kdfContext(kdf)];
}

async function checksumOf(header: Omit<VaultHeader, 'checksum'>): Promise<string> {
  const { vaultKey, keyPair } = header;
  const envelopes = [vaultKey, keyPair].flatMap(({ v, iv, ct }) => [v, iv, ct]);
  return digest('keyferry/header/v1', [...wrapContext(header), ...envelopes]);
}

function randomSalt(): string {
  return toBase64(crypto.getRandomValues(new Uint8Array(16)));
}
