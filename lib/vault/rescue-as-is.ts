import { importAesKey } from '@/lib/crypto/aes-gcm';
import { toWire, type ErrorCode } from '@/lib/domain/errors';
import type { ReadVault } from './backup';
import type { VaultDb } from './db';
import { decryptSettings } from './destinations';
import { checkProof, type Proof } from './door';
import { openKeyPair } from './header';
import { unseal } from './inbox';
import type { VaultKeys } from './keys';
import { readRecovery } from './recovery-code';
import { openDetails, openSecret } from './records';
import type { Kdf } from './wraps';

/**
 * Opens what opens of a database that this code can't use, because it is newer, or because its upgrade
 * failed: keys and destinations, from the stores that every version has. Writes nothing, unless a try
 * can be counted.
 * @throws KeyferryError as `checkProof`
 */
export async function rescueAsIs(
  db: VaultDb,
  proof: Proof,
  now: number,
  kdf: Kdf,
): Promise<ReadVault & { readonly code?: string }> {
  const present = db.asIs();
  const { header, raw } = await checkProof(present, proof, now, kdf).catch((error: unknown) => {
    // On a full disk nothing can be counted, and what is left must be had all the same.
    if (!UNWRITABLE.includes(toWire(error).code)) throw error;
    return checkProof({ ...present, write: skip }, proof, now, kdf);
  });
  const vaultKey = await importAesKey(raw);
  raw.fill(0);
  const keys = { vaultId: header.vaultId, vaultKey, pair: await openKeyPair(header, vaultKey) };
  const recovery = await readRecovery(present, keys).catch(() => undefined);
  return { ...(recovery ? { code: recovery.code } : {}), ...(await readRows(present, keys)) };
}

/** What the database says when it can't be written. */
const UNWRITABLE: readonly ErrorCode[] = ['disk_full', 'vault_unreadable'];

const skip = (() => Promise.resolve(undefined)) as unknown as VaultDb['write'];

async function readRows(db: VaultDb, keys: VaultKeys): Promise<ReadVault> {
  const rows = await db.read(['records', 'inbox', 'destinations'], async (tx) => ({
    records: await tx.objectStore('records').getAll(),
    sealed: await tx.objectStore('inbox').getAll(),
    destinations: await tx.objectStore('destinations').getAll(),
  }));
  const opened = await Promise.allSettled([
    ...rows.records.map(async (row) => {
      const { id, createdAt, details } = await openDetails(keys, row);
      return entry(id, createdAt, await openSecret(keys, row), details);
    }),
    ...rows.sealed.map(async (row) => {
      const { key, details } = await unseal(keys, row);
      return entry(row.id, row.createdAt, key, details);
    }),
  ]);
  const places = await Promise.allSettled(
    rows.destinations.map(async (row) => ({
      id: row.id,
      settings: await decryptSettings(keys, row),
    })),
  );
  return {
    keys: opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])),
    destinations: places.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])),
    unreadable: [...opened, ...places].filter(({ status }) => status === 'rejected').length,
  };
}

function entry(id: string, createdAt: number, key: string, details: object) {
  // The tab is of no meaning anywhere else.
  const { tabId: _tabId, ...kept } = details as { tabId?: number };
  return { id, key, createdAt, details: kept };
}
