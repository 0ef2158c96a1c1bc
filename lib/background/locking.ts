import { limitsOf, readLocking, type LockSettings } from '@/lib/domain/locking';
import type { Session } from '@/lib/vault/session';
import type { Vault } from '@/lib/vault/vault';

/** The alarm that locks the vault at its deadline. */
const DEADLINE = 'lock';
/** The alarm that sees once a minute that the computer is awake, while the vault is open. */
const AWAKE = 'awake';
/** Where the settings are. They hold no secret. */
const KEY = 'locking';

/** The part of `browser.storage.local` that is used. */
interface Kept {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** The part of `browser.alarms` that is used. */
interface Alarms {
  create(name: string, of: { when: number } | { periodInMinutes: number }): unknown;
  clear(name: string): Promise<unknown>;
}

/** Reads and writes the settings; the session asks them at each start. */
export function createLockSettings(area: Kept) {
  return {
    read: async (): Promise<LockSettings> => readLocking((await area.get([KEY]))[KEY]),
    write: (settings: LockSettings): Promise<void> => area.set({ [KEY]: settings }),
  };
}

interface Deps {
  readonly vault: Pick<Vault, 'lock'>;
  readonly session: Pick<Session, 'deadline' | 'shorten' | 'see'>;
  readonly settings: ReturnType<typeof createLockSettings>;
  readonly alarms: Alarms;
  /** The vault was locked. */
  readonly locked: () => Promise<void>;
}

/** Everything by which the vault locks: a press, its deadlines, and the computer's own lock or sleep. */
export function createLocking({ vault, session, settings, alarms, locked }: Deps) {
  /** Locks now. */
  async function lock(): Promise<void> {
    await vault.lock();
    await Promise.all([alarms.clear(DEADLINE), alarms.clear(AWAKE)]);
    await locked();
  }

  /** Sets the alarms of an open vault. They survive the worker; nothing here moves the deadline. */
  async function watch(): Promise<void> {
    const { withComputer } = await settings.read();
    await session.see(withComputer ? 'awake' : 'whatever');
    const deadline = await session.deadline();
    if (deadline === undefined) return;
    await Promise.all([
      alarms.create(DEADLINE, { when: deadline }),
      withComputer ? alarms.create(AWAKE, { periodInMinutes: 1 }) : alarms.clear(AWAKE),
    ]);
  }

  return {
    lock,
    watch,
    settings: settings.read,

    /** An alarm has come. The last use may have moved the deadline; then its alarm follows here. */
    async ring(name: string): Promise<void> {
      if (name !== DEADLINE && name !== AWAKE) return;
      if ((await session.deadline()) === undefined) await lock();
      else await watch();
    },

    /** The computer was locked, as the browser says. */
    async computerLocked(): Promise<void> {
      if ((await settings.read()).withComputer) await lock();
    },

    /** Keeps the settings. An open vault follows at once where it locks sooner by them. */
    async change(next: LockSettings): Promise<void> {
      await settings.write(next);
      await session.shorten(limitsOf(next));
      await watch();
    },
  };
}
