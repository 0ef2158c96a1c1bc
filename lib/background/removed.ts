import type { RemovedView } from '@/lib/domain/views';
import { KeyferryError } from '@/lib/domain/errors';
import type { SealedDestination, Vault } from '@/lib/vault/vault';
import type { MemoryStore } from './memory';
import { storedSchema, type RecipeBookStore, type StoredEntry } from './recipe-book';

/** What was removed and can be had back until the vault locks. A destination's settings stay encrypted. */
export type Removed = RemovedView &
  ({ readonly sealed: SealedDestination } | { readonly entry: StoredEntry });

/** As many as are kept: what was removed before them is gone. */
const MOST = 20;

interface Deps {
  readonly vault: Pick<
    Vault,
    'sealedDestination' | 'openSealedDestination' | 'putDestination' | 'readDestination'
  >;
  readonly book: Pick<RecipeBookStore, 'read' | 'restore'>;
  readonly memory: Pick<MemoryStore, 'read' | 'change'>;
}

/**
 * The way back from a removal, in place of a question before it. It is kept in memory: the lock, and
 * the browser's end, make the removal final.
 */
export function createRemoved({ vault, book, memory }: Deps) {
  const keep = (removed: Removed) =>
    memory.change(({ removed: before = [] }) => ({ removed: [removed, ...before].slice(0, MOST) }));

  return {
    /**
     * Does the removal of a destination, and keeps what brings it back.
     * @param remove forgets it; a damaged one is forgotten for good
     */
    async destination(id: string, remove: () => Promise<void>): Promise<void> {
      const sealed = await vault.sealedDestination(id);
      const settings = await vault
        .readDestination<{ readonly label?: string }>(id)
        .catch(() => undefined);
      await remove();
      if (!sealed || !settings) return;
      await keep({ kind: 'destination', id, name: settings.label ?? '', sealed });
    },

    /** The same for a recipe; one that can't be read is gone for good. */
    async recipe(id: string, remove: () => Promise<void>): Promise<void> {
      const found = (await book.read()).find(id);
      const entry = storedSchema.safeParse(found);
      await remove();
      if (!entry.success) return;
      await keep({ kind: 'recipe', id, name: entry.data.recipe.product, entry: entry.data });
    },

    /** Brings back what was removed, under its own id. @throws KeyferryError unknown_item when it is gone for good */
    async restore(id: string): Promise<void> {
      const found = (await memory.read()).removed?.find((each) => each.id === id);
      if (!found) throw new KeyferryError('unknown_item');
      if ('entry' in found) await book.restore(found.entry);
      else await vault.putDestination(id, await vault.openSealedDestination(found.sealed));
      await memory.change(({ removed = [] }) => ({
        removed: removed.filter((each) => each.id !== id),
      }));
    },

    /** What can be had back, the last removed first. */
    async views(): Promise<readonly RemovedView[]> {
      const { removed = [] } = await memory.read();
      return removed.map(({ kind, id, name }) => ({ kind, id, name }));
    },

    /** The vault was locked: nothing comes back. */
    forget: (): Promise<void> => memory.change(() => ({ removed: undefined })),
  };
}
