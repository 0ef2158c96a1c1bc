import { harmless, type ActivityEntry } from '@/lib/activity/entry';
import type { SessionArea } from '@/lib/vault/session';
import type { Vault } from '@/lib/vault/vault';

/** What happened, for the log; the time and the key's redacted form are found here. */
export type Happening = Omit<ActivityEntry, 'at'>;

/** See {@link createActivity}. */
export type Activity = ReturnType<typeof createActivity>;

/** Set from an unlock to the lock after it, so that each lock is written down once. */
const OPEN = 'activityOpen';

/** Writes down what happens, in the order in which it happens. No act fails, or is lost, because this does. */
export function createActivity(vault: Vault, area: SessionArea, now: () => number) {
  let last: Promise<void> = Promise.resolve();

  /** Resolves when it is on the disk, or when that could not be. */
  function inTurn(work: () => Promise<unknown>): Promise<void> {
    last = last.then(work).then(
      () => undefined,
      () => undefined,
    );
    return last;
  }

  async function write(at: number, happening: Happening): Promise<void> {
    const { itemId } = happening;
    const redacted =
      happening.redacted ?? (itemId && (await vault.item(itemId).catch(() => undefined))?.redacted);
    await vault.activity.append(harmless({ ...happening, at, ...(redacted ? { redacted } : {}) }));
  }

  return {
    /** Writes one thing down. Never rejects. */
    note(happening: Happening): Promise<void> {
      const at = now();
      return inTurn(() => write(at, happening));
    },

    /** The vault was opened: brings the log up to date first. */
    opened(what: 'vault_created' | 'unlocked'): Promise<void> {
      const at = now();
      return inTurn(async () => {
        await area.set({ [OPEN]: true });
        // Where it can't be mended it is at least tried to go on.
        await vault.activity.tend(at).catch(() => undefined);
        await write(at, { what });
      });
    },

    /** The vault is locked, by the person or by time. */
    locked(): Promise<void> {
      const at = now();
      return inTurn(async () => {
        if ((await area.get([OPEN]))[OPEN] !== true) return;
        await area.remove([OPEN]);
        await write(at, { what: 'locked' });
      });
    },
  };
}
