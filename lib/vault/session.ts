import { fromBase64, toBase64, type Bytes } from '@/lib/crypto/base64';

/** The part of `browser.storage.session` that is used: memory of the browser, trusted contexts only. */
export interface SessionArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** How long the vault stays unlocked without use, in milliseconds. */
export const IDLE_LIMIT = 15 * 60_000;
/** How long it stays unlocked at most. */
export const ABSOLUTE_LIMIT = 8 * 60 * 60_000;
/** How far a clock may be set back before we no longer believe in the deadline. */
const CLOCK_SLACK = 60_000;

const KEY = 'unlocked';

/** Base64, because the area keeps JSON only. Times are epoch milliseconds. */
interface Unlocked {
  readonly vaultKey: string;
  readonly usedAt: number;
  readonly idleUntil: number;
  readonly until: number;
}

/** See {@link createSession}. */
export type Session = ReturnType<typeof createSession>;

/**
 * Keeps the vault key for as long as the vault is unlocked. The deadline stands beside it and is
 * checked at every use, so the worker's death neither locks nor extends it.
 */
export function createSession(area: SessionArea, now: () => number) {
  let last: Promise<unknown> = Promise.resolve();

  /** One at a time, so that a use that extends can't undo a lock. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  }

  async function current(): Promise<Unlocked | undefined> {
    const unlocked = (await area.get([KEY]))[KEY] as Unlocked | undefined;
    if (unlocked === undefined) return undefined;
    const time = now();
    const setBack = time < unlocked.usedAt - CLOCK_SLACK;
    if (!setBack && time < unlocked.idleUntil && time < unlocked.until) return unlocked;
    await area.remove([KEY]);
    return undefined;
  }

  async function keep(vaultKey: string, until: number): Promise<void> {
    const usedAt = now();
    const idleUntil = Math.min(usedAt + IDLE_LIMIT, until);
    await area.set({ [KEY]: { vaultKey, usedAt, idleUntil, until } satisfies Unlocked });
  }

  return {
    /** Unlocks, with a new deadline. */
    start(vaultKey: Bytes): Promise<void> {
      return inTurn(() => keep(toBase64(vaultKey), now() + ABSOLUTE_LIMIT));
    },
    /** The vault key, or undefined when locked. Extends the idle deadline, never the absolute one. */
    use(): Promise<Bytes | undefined> {
      return inTurn(async () => {
        const unlocked = await current();
        if (unlocked === undefined) return undefined;
        await keep(unlocked.vaultKey, unlocked.until);
        return fromBase64(unlocked.vaultKey);
      });
    },
    /** The vault key, or undefined when locked. Extends nothing: what happens by itself keeps nothing open. */
    peek(): Promise<Bytes | undefined> {
      return inTurn(async () => {
        const unlocked = await current();
        return unlocked && fromBase64(unlocked.vaultKey);
      });
    },
    /** When it locks by itself, or undefined when locked. Extends nothing. */
    deadline(): Promise<number | undefined> {
      return inTurn(async () => (await current())?.idleUntil);
    },
    /** Locks. */
    end(): Promise<void> {
      return inTurn(() => area.remove([KEY]));
    },
  };
}
