import type { KeyKind } from '@/lib/domain/api-key';
import { periodOf, type CheckSettings } from '@/lib/domain/checking';
import type { VaultStatus } from '@/lib/domain/views';
import type { VerificationReason, VerificationRow } from '@/lib/domain/verification';

interface Identified {
  readonly id: string;
}

interface Item extends Identified {
  readonly kind: KeyKind;
}

interface Deps {
  /** The rows of proofs. */
  readonly rows: { all(): Promise<VerificationRow[]> };
  readonly settings: () => Promise<CheckSettings>;
  readonly vault: {
    status(): Promise<VaultStatus>;
    items(): Promise<readonly Item[]>;
    discarded(): Promise<readonly Identified[]>;
  };
  readonly startAll: (itemIds: readonly string[]) => Promise<void>;
  readonly wakeAt: (time: number) => void;
  readonly now: () => number;
}

/** What OpenAI does not take back by itself, and what it is never asked: checked again only when the person asks. */
const ENDED: readonly (VerificationReason | undefined)[] = ['invalid_key', 'revoked', 'practice'];

/** Checks keys again: all of them on a press, and each on a schedule while the vault is open. */
export function createRechecks(deps: Deps) {
  return {
    async all(): Promise<void> {
      const real = (await deps.vault.items()).filter(({ kind }) => kind !== 'practice');
      await deps.startAll(real.map(({ id }) => id));
    },

    /**
     * Starts the checks that are due, also those that were missed, and has us woken for the next one.
     * Does nothing while locked: the unlock asks again.
     */
    async tend(): Promise<void> {
      const period = periodOf(await deps.settings());
      if (period === undefined || (await deps.vault.status()) !== 'unlocked') return;
      const gone = new Set((await deps.vault.discarded()).map(({ id }) => id));
      const checked = (await deps.rows.all()).filter(
        ({ itemId, state, reason }) =>
          state === 'done' && !gone.has(itemId) && !ENDED.includes(reason),
      );
      const dueAt = ({ updatedAt }: VerificationRow) => updatedAt + period;
      const due = checked.filter((row) => dueAt(row) <= deps.now());
      const later = checked.filter((row) => dueAt(row) > deps.now()).map(dueAt);
      if (later.length > 0) deps.wakeAt(Math.min(...later));
      if (due.length > 0) await deps.startAll(due.map(({ itemId }) => itemId));
    },
  };
}
