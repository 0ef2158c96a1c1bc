import { loadArgon2id } from '@/lib/crypto/argon2id';
import { KDF_COST } from '@/lib/crypto/kdf-parameters';
import { keyKind, redact, type ApiKey } from '@/lib/domain/api-key';
import { KeyferryError } from '@/lib/domain/errors';
import { isGuessable } from '@/lib/domain/passphrase';
import type { VaultStatus } from '@/lib/domain/views';
import type { VaultDb } from './db';
import { openSettings, putSettings } from './destinations';
import { checkProof, openUp, setUp, type Proof } from './door';
import type { Kdf } from './header';
import { isKnown, openInbox, putSealed } from './inbox';
import type { CapturedItem, CaptureDetails, VaultItem } from './item';
import { readHeader, requireKeys, sealTo, type VaultKeys } from './keys';
import { openNote, putNote } from './notes';
import { findRecord, openDetails, openSecret, readItems } from './records';
import { readSealingKey } from './sealing-key';
import type { Session } from './session';

export type { VaultItem } from './item';

/** The only door to secrets. See {@link createVault}. */
export type Vault = ReturnType<typeof createVault>;

interface Deps {
  readonly db: VaultDb;
  readonly session: Session;
  readonly now: () => number;
  readonly kdf?: Kdf;
}

const DEFAULT_KDF: Kdf = { cost: KDF_COST, load: loadArgon2id };

/** Puts the vault together. Whatever needs it unlocked throws vault_missing, vault_locked or vault_damaged. */
export function createVault({ db, session, now, kdf = DEFAULT_KDF }: Deps) {
  const require = () => requireKeys(db, session);

  /** The keys, with every sealed key that opens made a record. */
  async function requireOpened(): Promise<VaultKeys> {
    const keys = await require();
    await openInbox(db, keys);
    return keys;
  }

  return {
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
     * @throws KeyferryError vault_missing, vault_damaged, wrong_passphrase, too_many_tries (with the
     * seconds to wait as its word)
     */
    async unlock(passphrase: string): Promise<void> {
      const { raw, keys } = await openUp(db, passphrase, now(), kdf);
      await session.start(raw);
      await openInbox(db, keys);
    },

    /**
     * Asks again who is there, before something that an open vault alone does not allow. Starts no
     * session and extends none; a wrong try counts as at the unlock.
     * @throws KeyferryError vault_missing, vault_damaged, wrong_passphrase, too_many_tries (with the
     * seconds to wait as its word)
     */
    async reauthenticate(proof: Proof): Promise<void> {
      (await checkProof(db, proof, now(), kdf)).fill(0);
    },

    /** Locks: forgets the vault key. */
    lock: (): Promise<void> => session.end(),

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
      await requireOpened().catch(() => {});
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

    /** Every key that can be read, newest first, without secrets. */
    items: async (): Promise<VaultItem[]> => readItems(db, await requireOpened()),

    /** One key without its secret, or undefined when there is none. */
    async item(id: string): Promise<VaultItem | undefined> {
      const keys = await requireOpened();
      const row = await findRecord(db, id);
      return row && openDetails(keys, row);
    },

    /** One key's secret. @throws KeyferryError unknown_item */
    async reveal(itemId: string): Promise<ApiKey> {
      const keys = await requireOpened();
      const row = await findRecord(db, itemId);
      if (!row) throw new KeyferryError('unknown_item');
      return openSecret(keys, row);
    },

    /** Seals a JSON value under an id, locked or not. @throws KeyferryError vault_missing */
    async note(id: string, value: unknown): Promise<void> {
      await putNote(db, await sealTo(db, session), id, value);
    },

    /** The value of a note; the caller knows its type. */
    async readNote<T>(id: string): Promise<T | undefined> {
      return (await openNote(db, await require(), id)) as T | undefined;
    },

    /** Keeps a destination's settings, in place of older ones. */
    async putDestination(id: string, value: unknown): Promise<void> {
      await putSettings(db, await require(), id, value);
    },

    /** A destination's settings; the caller knows their type. */
    async readDestination<T>(id: string): Promise<T | undefined> {
      return (await openSettings(db, await require(), id)) as T | undefined;
    },

    /** Ids of the destinations. */
    async destinationIds(): Promise<string[]> {
      await require();
      return db.read(['destinations'], (tx) => tx.objectStore('destinations').getAllKeys());
    },

    /** Forgets a destination. */
    async removeDestination(id: string): Promise<void> {
      await require();
      await db.write(['destinations'], (tx) => tx.objectStore('destinations').delete(id));
    },
  };
}
