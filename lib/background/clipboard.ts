import type { Cleared } from '@/lib/clipboard/clear';
import { markOf, type CopyMark } from '@/lib/clipboard/mark';
import type { CopiedView } from '@/lib/domain/views';
import type { Vault } from '@/lib/vault/vault';
import type { Copied, MemoryStore } from './memory';

/** How long a copied key stays on the clipboard, in milliseconds. An alarm may be late by some seconds. */
export const CLEAR_AFTER = 45_000;

interface Deps {
  readonly vault: Vault;
  readonly memory: MemoryStore;
  /** Whether the person lets us use the clipboard. */
  readonly isAllowed: () => Promise<boolean>;
  readonly clear: (mark: CopyMark) => Promise<Cleared>;
  /** Has {@link createClipboard.clearWhenDue} called, also after the worker died. */
  readonly wakeAt: (time: number) => void;
  readonly now: () => number;
}

/** Follows a copied key until the clipboard no longer holds it. */
export function createClipboard({ vault, memory, isAllowed, clear, wakeAt, now }: Deps) {
  let clearing: Promise<void> | undefined;

  /** A key was copied: its clearing is due in a while. A copy before that is over by it. */
  async function copied(itemId: string): Promise<void> {
    const mark = await markOf(await vault.reveal(itemId));
    const until = now() + CLEAR_AFTER;
    await memory.change(() => ({ copied: { itemId, mark, until } }));
    wakeAt(until);
  }

  /** The person has cleared the clipboard. */
  async function uncopied(itemId: string): Promise<void> {
    const { copied: present } = await memory.read();
    if (present?.itemId === itemId) await end(present, 'cleared');
  }

  /** Clears the clipboard if that is due, allowed, and the key is still on it. */
  function clearWhenDue(): Promise<void> {
    clearing ??= work().finally(() => {
      clearing = undefined;
    });
    return clearing;
  }

  async function work(): Promise<void> {
    const { copied: present } = await memory.read();
    const isOver = present?.outcome === 'cleared' || present?.outcome === 'changed';
    if (!present || isOver) return;
    if (now() < present.until) return wakeAt(present.until);
    const outcome: Cleared = (await isAllowed())
      ? await clear(present.mark).catch(() => 'left')
      : 'left';
    if (outcome !== present.outcome) await end(present, outcome);
  }

  async function end(present: Copied, outcome: Cleared): Promise<void> {
    await memory.change(({ copied: latest }) =>
      latest?.until === present.until ? { copied: { ...present, outcome } } : {},
    );
  }

  /** What is shown of it. */
  async function view(): Promise<CopiedView | undefined> {
    const { copied: present } = await memory.read();
    if (!present) return undefined;
    const { itemId, until, outcome } = present;
    const waits = (await isAllowed()) ? 'waiting' : 'unguarded';
    return { itemId, until, state: outcome ?? waits };
  }

  return { copied, uncopied, clearWhenDue, view };
}
