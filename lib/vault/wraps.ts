import { toBase64, type Bytes } from '@/lib/crypto/base64';
import { deriveKey } from '@/lib/crypto/derive-key';
import { derivePasskeyKey } from '@/lib/crypto/derive-passkey-key';
import type { Envelope } from '@/lib/crypto/envelope';
import {
  KDF_COST,
  kdfContext,
  type KdfCost,
  type KdfParameters,
} from '@/lib/crypto/kdf-parameters';
import { loadArgon2id, type Argon2id } from '@/lib/crypto/argon2id';
import type { Context } from '@/lib/crypto/purposes';
import { unwrap } from '@/lib/crypto/unwrap';
import { wrap } from '@/lib/crypto/wrap';
import { KeyferryError } from '@/lib/domain/errors';

interface AnyWrap {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly vaultKey: Envelope;
}

/** The vault key under a key that a passphrase leads to. A vault has exactly one. */
export interface PassphraseWrap extends AnyWrap {
  readonly kind: 'passphrase';
  readonly kdf: KdfParameters;
}

/** The vault key under a key that a passkey leads to (WebAuthn's PRF extension). */
export interface PasskeyWrap extends AnyWrap {
  readonly kind: 'passkey';
  /** Base64; names the passkey to the browser. */
  readonly credentialId: string;
  /** Base64; what the passkey computes its 32 bytes from. */
  readonly salt: string;
}

/** The vault key, wrapped in one of the ways in. */
export type Wrap = PassphraseWrap | PasskeyWrap;

/** The cost of Argon2id, and how to load it. */
export interface Kdf {
  readonly cost: KdfCost;
  readonly load: () => Promise<Argon2id>;
}

/** What the product uses. */
export const DEFAULT_KDF: Kdf = { cost: KDF_COST, load: loadArgon2id };

/** What a passkey is, and the 32 bytes (base64) that it computes. */
export interface Passkey {
  readonly credentialId: string;
  readonly salt: string;
  readonly prf: string;
}

/** Wraps the vault key under a passphrase, with a new salt. */
export async function wrapByPassphrase(
  vaultId: string,
  vaultKey: Bytes,
  passphrase: string,
  createdAt: number,
  { cost, load }: Kdf,
): Promise<PassphraseWrap> {
  const kdf: KdfParameters = { name: 'argon2id', ...cost, salt: randomSalt() };
  const made = { kind: 'passphrase' as const, id: crypto.randomUUID(), createdAt, kdf };
  const key = await deriveKey(passphrase, kdf, vaultId, load);
  return { ...made, vaultKey: await wrap(key, vaultKey, wrapContext(vaultId, made)) };
}

/** Wraps the vault key under what a passkey computes. */
export async function wrapByPasskey(
  vaultId: string,
  vaultKey: Bytes,
  { credentialId, salt, prf }: Passkey,
  createdAt: number,
): Promise<PasskeyWrap> {
  const made = {
    kind: 'passkey' as const,
    id: crypto.randomUUID(),
    createdAt,
    credentialId,
    salt,
  };
  const key = await derivePasskeyKey(prf, vaultId);
  return { ...made, vaultKey: await wrap(key, vaultKey, wrapContext(vaultId, made)) };
}

/** Gives the raw vault key. @throws KeyferryError wrong_passphrase, vault_damaged */
export async function openPassphraseWrap(
  vaultId: string,
  wrapped: PassphraseWrap,
  passphrase: string,
  load: Kdf['load'],
): Promise<Bytes> {
  const key = await deriveKey(passphrase, wrapped.kdf, vaultId, load);
  return unwrap(key, wrapped.vaultKey, wrapContext(vaultId, wrapped));
}

/**
 * Gives the raw vault key from the passkey that these 32 bytes (base64) are of.
 * @throws KeyferryError wrong_passkey when none of the wraps is that passkey's
 */
export async function openPasskeyWraps(
  vaultId: string,
  wraps: readonly Wrap[],
  prf: string,
): Promise<Bytes> {
  const key = await derivePasskeyKey(prf, vaultId);
  for (const each of wraps) {
    if (each.kind !== 'passkey') continue;
    try {
      return await unwrap(key, each.vaultKey, wrapContext(vaultId, each));
    } catch {
      // It is another passkey's.
    }
  }
  throw new KeyferryError('wrong_passkey');
}

/** What is authenticated with a wrapped vault key: everything that stands beside it. */
export function wrapContext(
  vaultId: string,
  wrapped: Omit<PassphraseWrap, 'vaultKey'> | Omit<PasskeyWrap, 'vaultKey'>,
): Context {
  const { kind, id, createdAt } = wrapped;
  const own =
    kind === 'passphrase' ? kdfContext(wrapped.kdf) : [wrapped.credentialId, wrapped.salt];
  return [2, vaultId, kind, id, createdAt, ...own];
}

function randomSalt(): string {
  return toBase64(crypto.getRandomValues(new Uint8Array(16)));
}
