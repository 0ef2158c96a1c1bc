import type { Write } from './db';
import type { Schema } from './schema';

type Store = 'deliveries' | 'verifications' | 'notes';

/** A row with a copy (see `isSame`), and what both are found by. */
export type CopiedRow = {
  [S in Store]: { readonly store: S; readonly id: string; readonly row: Schema[S]['value'] };
}[Store];

/** Writes rows with their copies: those of one call all or none. Resolves after a strict commit. */
export type PutCopied = (...rows: readonly CopiedRow[]) => Promise<void>;

interface Waiting {
  readonly rows: readonly CopiedRow[];
  readonly done: () => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Every such row needs the store of copies, so that one commit waits for the other. What is asked
 * for while one is under way goes into the next together: a hundred deliveries cost few commits.
 */
export function createPutCopied(write: Write): PutCopied {
  let waiting: Waiting[] = [];
  let isWriting = false;

  async function work(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      await commit(group);
    }
    isWriting = false;
  }

  async function commit(group: readonly Waiting[]): Promise<void> {
    try {
      await put(group.flatMap(({ rows }) => rows));
      for (const { done } of group) done();
    } catch (error) {
      // One that can't be written is no reason to refuse the others.
      if (group.length > 1) for (const each of group) await commit([each]);
      else for (const { fail } of group) fail(error);
    }
  }

  async function put(rows: readonly CopiedRow[]): Promise<void> {
    const stores = [...new Set(rows.map(({ store }) => store))];
    await write([...stores, 'copies'], async (tx) => {
      for (const { store, id, row } of rows) {
        await tx.objectStore(store).put(row);
        await tx.objectStore('copies').put(row, [store, id]);
      }
    });
  }

  return (...rows) =>
    new Promise((done, fail) => {
      waiting.push({ rows, done, fail });
      if (!isWriting) void work();
    });
}
