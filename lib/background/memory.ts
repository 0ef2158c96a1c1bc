import type { Cleared } from '@/lib/clipboard/clear';
import type { CopyMark } from '@/lib/clipboard/mark';
import type { WireError } from '@/lib/domain/errors';
import type { ProofProgress } from '@/lib/domain/verification';
import type { HeldView, KeyWarning } from '@/lib/domain/views';
import type { CaptureAnswer, RevokeTask } from '@/lib/messaging/briefs';
import type { Chosen } from '@/lib/messaging/guide-messages';
import type { SessionArea } from '@/lib/vault/session';
import type { Removed } from './removed';

/** A guide of one tab. */
export interface GuideSession {
  /** Tells one run from the next. */
  readonly id: string;
  readonly recipeId: string;
  readonly keyName: string;
  readonly step: number;
  readonly total: number;
  readonly sentence: string;
  readonly chosen?: Chosen;
  readonly captured?: CaptureAnswer & { readonly warnings: readonly KeyWarning[] };
  readonly problem?: WireError;
  /** The person pressed the button that makes the key. */
  readonly armed?: boolean;
  /** The key that the new one takes the place of. */
  readonly replaces?: string;
  /** Without a recipe: the key that is to be taken away, and what to call the run. */
  readonly revoke?: RevokeTask & { readonly product: string };
}

/** A guide whose tab was closed before it came to its end. */
export interface LostGuide {
  readonly guide: GuideSession;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A key that waits for the vault to take it: in memory only (decision 5). */
export interface HeldKey extends HeldView {
  readonly value: string;
  readonly tabId?: number;
  readonly recipeId?: string;
}

/** A key that the person has copied. The key itself is not kept for it. */
export interface Copied {
  readonly itemId: string;
  readonly mark: CopyMark;
  /** When the clipboard is cleared; epoch milliseconds. */
  readonly until: number;
  /** What became of it, once that is known; what was left is looked at again at each wake. */
  readonly outcome?: Cleared;
}

/** What the worker must not forget when it sleeps, and the browser forgets when it closes. */
export interface Memory {
  readonly guides: Readonly<Record<string, GuideSession>>;
  /** Keys that are not saved yet, one each. */
  readonly held: readonly HeldKey[];
  readonly pendingRecipeId?: string;
  readonly lostGuide?: LostGuide;
  readonly currentKeyId?: string;
  readonly updateWaits?: boolean;
  readonly copied?: Copied;
  /** What can be had back until the vault locks. */
  readonly removed?: readonly Removed[];
  /** Keys that are being proved, by their ids: how many questions are answered. */
  readonly proofs: Readonly<Record<string, ProofProgress>>;
  /** Where the person wants to send keys, by their ids, before they do. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** Tab of a portal fill → the origin at which it was opened. */
  readonly portalOrigins: Readonly<Record<string, string>>;
  /** Tabs that show a key which the person has not saved. */
  readonly offers: readonly number[];
  /** Grows with every change of anything shown; pages watch it. */
  readonly revision: number;
}

const KEYS = [
  'guides',
  'held',
  'pendingRecipeId',
  'lostGuide',
  'currentKeyId',
  'updateWaits',
  'copied',
  'removed',
  'offers',
  'proofs',
  'choices',
  'portalOrigins',
  'revision',
];

function memoryOf(stored: Partial<Memory>): Memory {
  return {
    guides: {},
    held: [],
    offers: [],
    proofs: {},
    choices: {},
    portalOrigins: {},
    revision: 0,
    ...stored,
  };
}

/** Reads and changes the {@link Memory}, one change at a time. */
export function createMemory(area: SessionArea) {
  let last: Promise<unknown> = Promise.resolve();
  /** As this worker, the only one that writes it, left it. */
  let known: Promise<Memory> | undefined;

  function read(): Promise<Memory> {
    known ??= load().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  }

  async function load(): Promise<Memory> {
    return memoryOf(await area.get(KEYS));
  }

  async function write(gone: string[], kept: Partial<Memory>): Promise<void> {
    if (gone.length > 0) await area.remove(gone);
    await area.set(kept);
  }

  /** Applies a change; keys that the change sets to undefined are forgotten. Tells every open page. */
  function change(
    next: (memory: Memory) => { [K in keyof Memory]?: Memory[K] | undefined },
  ): Promise<void> {
    const turn = last.then(async () => {
      const memory = await read();
      const entries = Object.entries({ ...next(memory), revision: memory.revision + 1 });
      const gone = entries.filter(([, value]) => value === undefined).map(([key]) => key);
      const kept = entries.filter(([, value]) => value !== undefined);
      const others = Object.entries(memory).filter(([key]) => !gone.includes(key));
      const after = memoryOf(Object.fromEntries([...others, ...kept]));
      const written = write(gone, Object.fromEntries(kept));
      // Who reads meanwhile waits for it, or reads what is there when it fails.
      known = written.then(() => after, load);
      await written.catch((error: unknown) => {
        known = undefined;
        throw error;
      });
    });
    last = turn.catch(() => undefined);
    return turn;
  }

  /** Changes the guide of one tab; without a result the guide ends. */
  function changeGuide(
    tabId: number,
    next: (guide: GuideSession | undefined) => GuideSession | undefined,
  ): Promise<void> {
    return change(({ guides }) => {
      const { [String(tabId)]: present, ...others } = guides;
      const changed = next(present);
      return { guides: changed ? { ...others, [String(tabId)]: changed } : others };
    });
  }

  /** Notes that a tab shows a key which is not saved, or that it no longer does. */
  async function changeOffers(tabId: number, offered: boolean): Promise<void> {
    if ((await read()).offers.includes(tabId) === offered) return;
    await change(({ offers }) => {
      const others = offers.filter((each) => each !== tabId);
      return { offers: offered ? [...others, tabId] : others };
    });
  }

  return { read, change, changeGuide, changeOffers, touch: () => change(() => ({})) };
}

/** See {@link createMemory}. */
export type MemoryStore = ReturnType<typeof createMemory>;
