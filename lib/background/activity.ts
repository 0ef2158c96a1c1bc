import { harmless, type ActivityEntry } from '@/lib/activity/entry';
import type { SessionArea } from '@/lib/vault/session';
import type { Vault } from '@/lib/vault/vault';

/** What happened, for the log; the time and the key's redacted form are found here. */
export type Happening = Omit<ActivityEntry, 'at'>;

/** Something that is still to be written down. */
interface Noted {
  readonly at: number;
  readonly what: Happening | Promise<Happening>;
}

/** See {@link createActivity}. */
export type Activity = ReturnType<typeof createActivity>;

/** Set from an unlock to the lock after it, so that each lock is written down once. */
const OPEN = 'activityOpen';

/** Writes down what happens, in the order in which it happens. No act fails, or is lost, because this does. */
export function createActivity(vault: Vault, area: SessionArea, now: () => number) {
  let last: Promise<void> = Promise.resolve();
  /** What is written together, because it happened while something else was written. */
  let next: { readonly noted: Noted[]; readonly written: Promise<void> } | undefined;

  /** Resolves when it is on the disk, or when that could not be. */
  function inTurn(work: () => Promise<unknown>): Promise<void> {
    // What is noted from now on comes after this.
    next = undefined;
    last = last.then(work).then(
      () => undefined,
      () => undefined,
    );
    return last;
  }

  async function entryOf({ at, what }: Noted): Promise<ActivityEntry> {
    const happening = await what;
    const { itemId } = happening;
    const redacted =
      happening.redacted ?? (itemId && (await vault.item(itemId).catch(() => undefined))?.redacted);
    return harmless({ ...happening, at, ...(redacted ? { redacted } : {}) });
  }

  async function write(...noted: readonly Noted[]): Promise<void> {
    await vault.activity.append(...(await Promise.all(noted.map(entryOf))));
  }

  return {
    /** Writes one thing down. Never rejects. */
    note(what: Happening | Promise<Happening>): Promise<void> {
      const one = { at: now(), what };
      if (next) {
        next.noted.push(one);
        return next.written;
      }
      const noted: Noted[] = [one];
      const written = inTurn(() => {
        if (next?.noted === noted) next = undefined;
        return write(...noted);
      });
      next = { noted, written };
      return written;
    },

    /** Resolves when everything that was noted so far is on the disk, or could not be put there. */
    settled: (): Promise<void> => last,

    /** The vault was opened: brings the log up to date first. */
    opened(what: 'vault_created' | 'unlocked'): Promise<void> {
      const at = now();
      return inTurn(async () => {
        await area.set({ [OPEN]: true });
        // Where it can't be mended it is at least tried to go on.
        await vault.activity.tend(at).catch(() => undefined);
        await write({ at, what: { what } });
      });
    },

    /** The vault is locked, by the person or by time. */
    locked(): Promise<void> {
      const at = now();
      return inTurn(async () => {
        if ((await area.get([OPEN]))[OPEN] !== true) return;
        await area.remove([OPEN]);
        await write({ at, what: { what: 'locked' } });
      });
    },
  };
}
