import { keyKind, redact, type ApiKey } from '@/lib/domain/api-key';
import { KeyferryError } from '@/lib/domain/errors';
import { isGuessable } from '@/lib/domain/passphrase';
import type { Damage, PasskeyView, VaultStatus } from '@/lib/domain/views';
import { addPasskey, changePassphrase, listPasskeys, removePasskey } from './access';
import { bringUp, bringUpSealed, requireOpened } from './bring-up';
import { createActivityLog } from './activity';
import type { VaultDb } from './db';
import { decryptSettings, openSettings, putSettings, removeSettings } from './destinations';
import { discard, listDiscarded, restore, sweepDiscarded } from './discard';
import { checkProof, openUp, setUp, type Proof } from './door';
import { isKnown, putSealed } from './inbox';
import type { CapturedItem, CaptureDetails, KeyDetails, LookedItem, VaultItem } from './item';
import { readHeader } from './headers';
import { requireKeys, sealTo } from './keys';
import { makeNote, openNote } from './notes';
import { countItems, listItems, lookAt, newestIds } from './listing';
import { findRecord, openDetails, openSecret } from './records';
import { findDamage, findDestinationDamage } from './rescue';
import { reviseRecord } from './revise';
import { readSealingKey } from './sealing-key';
import type { DestinationRow, NoteRow } from './rows';
import type { Session } from './session';
import { putCopied } from './together';
import { nextTryAt } from './tries';
import { DEFAULT_KDF, type Kdf, type Passkey } from './wraps';

export type { VaultItem } from './item';

/** The only door to secrets. See {@link createVault}. */
export type Vault = ReturnType<typeof createVault>;
/** A destination as it is stored: encrypted, and bound to its id. */
export type SealedDestination = DestinationRow;

interface Deps {
  readonly db: VaultDb;
  readonly session: Session;
  readonly now: () => number;
  readonly kdf?: Kdf;
}

/** Puts the vault together. Whatever needs it unlocked throws vault_missing, vault_locked or vault_damaged. */
export function createVault({ db, session, now, kdf = DEFAULT_KDF }: Deps) {
  const require = () => requireKeys(db, session);
  const opened = () => requireOpened(db, session);

  return {
    activity: createActivityLog(db, session),

    /** What people see of it. Not a use: extends nothing. */
    async status(): Promise<VaultStatus> {
      if (!(await readHeader(db))) return 'missing';
      return (await session.deadline()) === undefined ? 'locked' : 'unlocked';
    },

    /** Sets the vault up and leaves it unlocked. @throws KeyferryError vault_exists, weak_passphrase */
    async create(passphrase: string): Promise<void> {
      if (await readHeader(db)) throw new KeyferryError('vault_exists');
      if (isGuessable(passphrase)) throw new KeyferryError('weak_passphrase');
      await session.start(await setUp(db, passphrase, now(), kdf));
    },

    /**
     * Unlocks, and makes records of what was sealed meanwhile.
     * @throws KeyferryError vault_missing, vault_damaged, wrong_passphrase, wrong_passkey,
     * too_many_tries (with the seconds to wait as its word)
     */
    async unlock(proof: Proof): Promise<void> {
      const { raw, keys } = await openUp(db, proof, now(), kdf);
      // What was discarded before the lock is gone, also when nobody was awake to delete it.
      if ((await session.deadline()) === undefined) await sweepDiscarded(db);
      await session.start(raw);
      await bringUp(db, keys);
    },

    /**
     * Asks again who is there, before something that an open vault alone does not allow. Starts no
     * session and extends none; a wrong try counts as at the unlock.
     * @throws KeyferryError vault_missing, vault_damaged, wrong_passphrase, too_many_tries (with the
     * seconds to wait as its word)
     */
    async reauthenticate(proof: Proof): Promise<void> {
      (await checkProof(db, proof, now(), kdf)).raw.fill(0);
    },

    /** When the next try may be made after wrong ones; undefined when at once. Works while locked. */
    nextTryAt: (): Promise<number | undefined> => nextTryAt(db, now()),

    /** The passkeys that open it. Works while locked. */
    passkeys: (): Promise<PasskeyView[]> => listPasskeys(db),

    /** Puts a new passphrase in the place of the old one. @throws as `reauthenticate`; weak_passphrase */
    changePassphrase: (proof: Proof, to: string): Promise<void> =>
      changePassphrase(db, proof, to, now(), kdf),

    /** Adds a passkey as a further way in. @throws as `reauthenticate`; too_many_passkeys */
    addPasskey: (proof: Proof, passkey: Passkey): Promise<void> =>
      addPasskey(db, proof, passkey, now(), kdf),

    /** Takes a passkey away. @throws as `reauthenticate`; unknown_passkey */
    removePasskey: (proof: Proof, id: string): Promise<void> =>
      removePasskey(db, proof, id, now(), kdf),

    /** Locks: forgets the vault key, and deletes what was discarded. */
    async lock(): Promise<void> {
      await session.end();
      // A database that can't be written must not keep it open; what is left goes at the next wake-up.
      await sweepDiscarded(db).catch(() => {});
    },

    /** Deletes what was discarded once the vault has locked, by itself or with the browser. */
    async sweep(): Promise<void> {
      if ((await session.deadline()) === undefined) await sweepDiscarded(db);
    },

    /** The person does something with it: moves the idle deadline. */
    async touch(): Promise<void> {
      await session.use();
    },

    /** When it locks by itself, or undefined while locked. */
    deadline: (): Promise<number | undefined> => session.deadline(),

    /**
     * Seals a key, locked or not; resolves after it is on the disk. The same key is the same item.
     * @throws KeyferryError vault_missing also when the public key is damaged and can't be mended
     * now; inbox_full
     */
    async capture(key: ApiKey, details: CaptureDetails): Promise<CapturedItem> {
      const put = await putSealed(db, await sealTo(db, session), { key, details }, now());
      // The key is safe by now: whatever goes wrong here is no reason to say that it is not.
      await bringUpSealed(db, session).catch(() => {});
      return { ...put, kind: keyKind(key), redacted: redact(key) };
    },

    /** Whether a text is a key that is here. Works while locked. */
    async knows(text: string): Promise<boolean> {
      const to = await readSealingKey(db);
      return to !== undefined && isKnown(db, to, text);
    },

    /** How many keys are sealed and not opened yet. */
    sealedWhileLocked: (): Promise<number> =>
      db.read(['inbox'], (tx) => tx.objectStore('inbox').count()),

    /** Every key, newest first, without secrets; damaged ones too. */
    items: async (): Promise<VaultItem[]> => listItems(db, await opened()),

    /** How many keys there are. */
    async count(): Promise<number> {
      await opened();
      return countItems(db);
    },

    /** The ids of the newest keys. */
    async newest(count: number): Promise<string[]> {
      await opened();
      return newestIds(db, count);
    },

    /** Opens these keys, without secrets, and says of each whether it is what was last written. */
    look: async (ids: readonly string[]): Promise<LookedItem[]> => lookAt(db, await opened(), ids),

    /** Everything that is not what was last written. Opens every row, but no secret. */
    damage: async (): Promise<Damage[]> => findDamage(db, await opened()),

    /** The destinations whose settings are not what was last written. */
    destinationDamage: async (): Promise<Damage[]> => findDestinationDamage(db, await opened()),

    /** Changes what is known of a key: its next revision. @throws KeyferryError unknown_item */
    async revise(id: string, change: (details: KeyDetails) => KeyDetails): Promise<void> {
      await reviseRecord(db, await opened(), id, change);
    },

    /** Takes a key out of every list until the vault locks; then it is deleted. @throws KeyferryError unknown_item */
    async discard(id: string): Promise<void> {
      await discard(db, await opened(), id, now());
    },

    /** Brings a discarded key back. @throws KeyferryError unknown_item when the vault was locked since */
    async restore(id: string): Promise<void> {
      await restore(db, await opened(), id);
    },

    /** The keys that can still be restored. */
    discarded: async (): Promise<VaultItem[]> => listDiscarded(db, await opened()),

    /** One key without its secret, or undefined when there is none. */
    async item(id: string): Promise<VaultItem | undefined> {
      const keys = await opened();
      const row = await findRecord(db, id);
      return row && openDetails(keys, row);
    },

    /** One key's secret. @throws KeyferryError unknown_item */
    async reveal(itemId: string): Promise<ApiKey> {
      const keys = await opened();
      const row = await findRecord(db, itemId);
      if (!row) throw new KeyferryError('unknown_item');
      return openSecret(keys, row);
    },

    /** Seals a JSON value under an id, locked or not, to be written with a row that needs it. @throws KeyferryError vault_missing */
    sealNote: async (id: string, value: unknown): Promise<NoteRow> =>
      makeNote(await sealTo(db, session), id, value),

    /** Keeps a JSON value under an id, in place of an older one, locked or not. @throws KeyferryError vault_missing */
    async note(id: string, value: unknown): Promise<void> {
      const row = await makeNote(await sealTo(db, session), id, value);
      await db.together((tx) => putCopied(tx, 'notes', id, row));
    },

    /** The value of a note; the caller knows its type. */
    async readNote<T>(id: string): Promise<T | undefined> {
      return (await openNote(db, await require(), id)) as T | undefined;
    },

    /** Keeps a destination's settings, in place of older ones. */
    async putDestination(id: string, value: unknown): Promise<void> {
      await putSettings(db, await opened(), id, value);
    },

    /** A destination's settings; the caller knows their type. @throws KeyferryError vault_damaged */
    async readDestination<T>(id: string): Promise<T | undefined> {
      return (await openSettings(db, await opened(), id)) as T | undefined;
    },

    /** A destination as it is stored, to be had back after it is removed: nothing in it can be read. */
    async sealedDestination(id: string): Promise<SealedDestination | undefined> {
      await opened();
      return db.read(['destinations'], (tx) => tx.objectStore('destinations').get(id));
    },

    /** The settings of one that was taken out like that. @throws KeyferryError vault_damaged */
    async openSealedDestination(sealed: SealedDestination): Promise<unknown> {
      return decryptSettings(await opened(), sealed);
    },

    /** Ids of the destinations. */
    async destinationIds(): Promise<string[]> {
      await require();
      return db.read(['destinations'], (tx) => tx.objectStore('destinations').getAllKeys());
    },

    /** Forgets a destination. */
    async removeDestination(id: string): Promise<void> {
      await removeSettings(db, await opened(), id);
    },
  };
}
