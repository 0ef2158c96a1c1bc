import type { BackupStatus, Stakes } from '@/lib/domain/views';
import { countFresh, readVault, restoreKeys, type ReadKey, type ReadVault } from './backup';
import { requireOpened } from './bring-up';
import type { VaultDb } from './db';
import { requireKeys } from './keys';
import type { Proof } from './door';
import {
  changeRecovery,
  codeForBackup,
  newCode,
  readRecovery,
  savedWhileLocked,
} from './recovery-code';
import { rescueAsIs } from './rescue-as-is';
import type { Session } from './session';
import { DEFAULT_KDF, type Kdf } from './wraps';

/** After so many keys without a backup it is offered again. */
const OFFERED_AGAIN_AFTER = 5;

interface Deps {
  readonly db: VaultDb;
  readonly session: Session;
  readonly now: () => number;
  readonly kdf?: Kdf;
}

/**
 * What a vault can be had again from, and its end. Whatever needs it unlocked throws vault_missing,
 * vault_locked or vault_damaged. Whoever asks for secrets has asked for the passphrase before.
 */
export function createRecovery({ db, session, now, kdf = DEFAULT_KDF }: Deps) {
  const require = () => requireKeys(db, session);
  const keysHere = () =>
    db.read(
      ['records', 'inbox'],
      async (tx) =>
        (await tx.objectStore('records').count()) + (await tx.objectStore('inbox').count()),
    );

  return {
    /** When the last backup was saved, and whether it is time to speak of one. */
    async status(): Promise<BackupStatus> {
      const opened = await require();
      const keys = await keysHere();
      // It must not keep everything else from being shown.
      const kept = await readRecovery(db, opened).catch(() => 'damaged' as const);
      if (kept === 'damaged') return { offer: true, damaged: true };
      const offer = kept?.keysThen ? keys - kept.keysThen >= OFFERED_AGAIN_AFTER : keys > 0;
      return { offer, ...(kept?.savedAt ? { savedAt: kept.savedAt } : {}) };
    },

    /** The recovery code and everything that goes into a backup, in clear. The code is made at the first call. */
    async read(): Promise<ReadVault & { readonly code: string }> {
      const keys = await requireOpened(db, session);
      return { code: await codeForBackup(db, keys), ...(await readVault(db, keys)) };
    },

    /** The same of a database that does not open as ours. Its backup may get a code that is not kept. */
    async rescue(proof: Proof): Promise<ReadVault & { readonly code: string }> {
      return { code: newCode(), ...(await rescueAsIs(db, proof, now(), kdf)) };
    },

    /** A backup was saved. */
    async saved(): Promise<void> {
      const keys = await require();
      const keysThen = await keysHere();
      await changeRecovery(db, keys, () => ({ savedAt: now(), keysThen }));
    },

    /** The person wants no backup now. */
    async putOff(): Promise<void> {
      const keys = await require();
      const keysThen = await keysHere();
      await changeRecovery(db, keys, ({ savedAt }) => ({ savedAt, keysThen }));
    },

    /** How many of these keys are not here yet. */
    countFresh: async (all: readonly ReadKey[]): Promise<number> =>
      countFresh(db, await require(), all),

    /** Puts keys into the vault that are not here yet. @returns how many */
    restore: async (all: readonly ReadKey[]): Promise<number> =>
      restoreKeys(db, await requireOpened(db, session), all),

    /** What would be lost with the vault. Works while locked. */
    async stakes(): Promise<Stakes> {
      const destinations = await db.read(['destinations'], (tx) =>
        tx.objectStore('destinations').count(),
      );
      const savedAt = await savedWhileLocked(db);
      return { keys: await keysHere(), destinations, ...(savedAt ? { savedAt } : {}) };
    },

    /** Deletes the vault with everything in it, and every delivery and verification. */
    async startOver(): Promise<void> {
      await session.end();
      await db.erase();
    },
  };
}
