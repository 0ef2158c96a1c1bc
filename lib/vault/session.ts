import { fromBase64, toBase64, type Bytes } from '@/lib/crypto/base64';
import { limitsOf, USUAL_LOCKING, type Limits } from '@/lib/domain/locking';

/** The part of `browser.storage.session` that is used: memory of the browser, trusted contexts only. */
export interface SessionArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** How far a clock may be set back before we no longer believe in the deadline. */
const CLOCK_SLACK = 60_000;
/** Who is looked after once a minute, and was not for so long, was asleep with the computer. */
const SLEEP = 150_000;

const KEY = 'unlocked';

/** Base64, because the area keeps JSON only. Times are epoch milliseconds. */
interface Unlocked {
  readonly vaultKey: string;
  readonly startedAt: number;
  readonly usedAt: number;
  /** How long it stays open without use. */
  readonly idle: number;
  readonly until: number;
  /** When somebody last saw that the computer is awake; absent where a sleep does not matter. */
  readonly seenAt?: number;
}

/** See {@link createSession}. */
export type Session = ReturnType<typeof createSession>;

/**
 * Keeps the vault key for as long as the vault is unlocked. The deadline stands beside it and is
 * checked at every use, so the worker's death neither locks nor extends it. The limits are asked for
 * at each start; a running session keeps its own.
 */
export function createSession(
  area: SessionArea,
  now: () => number,
  limits: () => Promise<Limits> = () => Promise.resolve(limitsOf(USUAL_LOCKING)),
) {
  let last: Promise<unknown> = Promise.resolve();
  /** As this worker, the only one that writes it, left it. */
  let known: Promise<Unlocked | undefined> | undefined;
  /** What was made of the vault key, and which one that was. */
  let made: { readonly of: string; readonly what: unknown } | undefined;

  /** One at a time, so that a use that extends can't undo a lock. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  }

  function read(): Promise<Unlocked | undefined> {
    known ??= area.get([KEY]).then(
      ({ [KEY]: unlocked }) => unlocked as Unlocked | undefined,
      (error: unknown) => {
        known = undefined;
        throw error;
      },
    );
    return known;
  }

  /** What is kept as it stands now. */
  async function current(): Promise<Unlocked | undefined> {
    const unlocked = await read();
    if (unlocked === undefined) return undefined;
    const time = now();
    const setBack = time < unlocked.usedAt - CLOCK_SLACK;
    const slept = unlocked.seenAt !== undefined && time - unlocked.seenAt > SLEEP;
    if (!setBack && !slept && time < deadlineOf(unlocked)) return unlocked;
    await forget();
    return undefined;
  }

  async function forget(): Promise<void> {
    made = undefined;
    known = undefined;
    await area.remove([KEY]);
    known = Promise.resolve(undefined);
  }

  async function keep(unlocked: Unlocked): Promise<void> {
    known = undefined;
    await area.set({ [KEY]: unlocked });
    known = Promise.resolve(unlocked);
  }

  return {
    /** Unlocks, with a new deadline. */
    start(vaultKey: Bytes): Promise<void> {
      return inTurn(async () => {
        const { idle, most } = await limits();
        const time = now();
        const times = { startedAt: time, usedAt: time, idle, until: time + most };
        await keep({ vaultKey: toBase64(vaultKey), ...times });
      });
    },
    /** The vault key, or undefined when locked. Extends the idle deadline, never the absolute one. */
    use(): Promise<Bytes | undefined> {
      return inTurn(async () => {
        const unlocked = await current();
        if (unlocked === undefined) return undefined;
        await keep({ ...unlocked, usedAt: now() });
        return fromBase64(unlocked.vaultKey);
      });
    },
    /** Makes a running session end sooner, if these limits say so; never later. */
    shorten({ idle, most }: Limits): Promise<void> {
      return inTurn(async () => {
        const unlocked = await current();
        if (unlocked === undefined) return;
        const until = Math.min(unlocked.until, unlocked.startedAt + most);
        await keep({ ...unlocked, idle: Math.min(unlocked.idle, idle), until });
      });
    },
    /**
     * Is told once a minute that the computer is awake, or that its sleep does not matter. A session
     * that was told of the first, and then not for minutes, has ended.
     */
    see(awake: 'awake' | 'whatever'): Promise<void> {
      return inTurn(async () => {
        const unlocked = await current();
        if (unlocked === undefined) return;
        const { seenAt: _before, ...rest } = unlocked;
        await keep(awake === 'awake' ? { ...rest, seenAt: now() } : rest);
      });
    },
    /** The vault key, or undefined when locked. Extends nothing: what happens by itself keeps nothing open. */
    async peek(): Promise<Bytes | undefined> {
      const unlocked = await inTurn(current);
      return unlocked && fromBase64(unlocked.vaultKey);
    },
    /**
     * What `make` makes of the vault key, made once for as long as it stays unlocked and forgotten with
     * it; undefined when locked. Extends nothing. A session makes one thing only.
     */
    async derive<T>(make: (vaultKey: Bytes) => Promise<T>): Promise<T | undefined> {
      const unlocked = await inTurn(current);
      if (unlocked === undefined) return undefined;
      const { vaultKey } = unlocked;
      if (made?.of !== vaultKey) made = { of: vaultKey, what: make(fromBase64(vaultKey)) };
      const mine = made;
      try {
        return (await mine.what) as T;
      } catch (error) {
        if (made === mine) made = undefined;
        throw error;
      }
    },
    /** When it locks by itself, or undefined when locked. Extends nothing. */
    async deadline(): Promise<number | undefined> {
      const unlocked = await inTurn(current);
      return unlocked && deadlineOf(unlocked);
    },
    /** Locks. */
    end(): Promise<void> {
      return inTurn(forget);
    },
  };
}

function deadlineOf({ usedAt, idle, until }: Unlocked): number {
  return Math.min(usedAt + idle, until);
}
