import { digest } from '@/lib/crypto/digest';
import type { VaultDb } from './db';
import type { AnyHeader } from './header';

/**
 * What capture needs, in clear: it works while the vault is locked. Kept twice, each with a
 * checksum, because a key sealed to a damaged public key could never be opened again.
 */
export interface SealingKey {
  readonly vaultId: string;
  readonly keyId: string;
  readonly publicKey: string;
  /** For the fingerprints that tell whether two keys are the same. */
  readonly salt: string;
  readonly checksum: string;
}

/** Puts key id and checksum to a public key (base64) and a salt (base64). */
export async function makeSealingKey(
  vaultId: string,
  publicKey: string,
  salt: string,
): Promise<SealingKey> {
  const keyId = await digest('keyferry/key-id/v1', [publicKey]);
  const checksum = await digest('keyferry/sealing-key/v1', [vaultId, keyId, publicKey, salt]);
  return { vaultId, keyId, publicKey, salt, checksum };
}

/** The public key, or undefined when there is none, or when its copies, key id and checksum don't agree. */
export async function readSealingKey(db: VaultDb): Promise<SealingKey | undefined> {
  const { first, second } = await readCopies(db);
  if (first === undefined || second === undefined) return undefined;
  const right = await makeSealingKey(first.vaultId, first.publicKey, first.salt);
  return isSame(first, right) && isSame(second, right) ? right : undefined;
}

/** Writes it anew when it is not everywhere what the vault itself, once unlocked, says it is. */
export async function repairSealingKey(db: VaultDb, right: SealingKey): Promise<void> {
  const { first, second, spare = right } = await readCopies(db);
  if (first && second && [first, second, spare].every((each) => isSame(each, right))) return;
  await db.write(['meta'], async (tx) => {
    const meta = tx.objectStore('meta');
    const header = (await meta.get('header')) as AnyHeader | undefined;
    if (!header) return;
    await meta.put({ ...header, sealingKey: right }, 'header');
    await meta.put(right, 'sealing-key');
    const copy = (await meta.get('header-copy')) as AnyHeader | undefined;
    if (copy) await meta.put({ ...copy, sealingKey: right }, 'header-copy');
  });
}

async function readCopies(db: VaultDb) {
  return db.read(['meta'], async (tx) => {
    const meta = tx.objectStore('meta');
    const header = (await meta.get('header')) as AnyHeader | undefined;
    const second = (await meta.get('sealing-key')) as SealingKey | undefined;
    const copy = (await meta.get('header-copy')) as AnyHeader | undefined;
    // In the header's copy too, which nothing is sealed by.
    return { first: header?.sealingKey, second, spare: copy?.sealingKey };
  });
}

function isSame(one: SealingKey, other: SealingKey): boolean {
  return (['vaultId', 'keyId', 'publicKey', 'salt', 'checksum'] as const).every(
    (part) => one[part] === other[part],
  );
}
