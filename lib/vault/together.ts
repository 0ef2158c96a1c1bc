import type { IDBPTransaction } from 'idb';
import type { Write } from './db';
import type { CopiedStore, Schema } from './schema';

const STORES = ['deliveries', 'verifications', 'notes', 'copies'] as const;

type Store = (typeof STORES)[number];
type Transaction = IDBPTransaction<Schema, Store[], 'readwrite'>;

/** Work on rows that have copies, all of it or none. Resolves after a strict commit. */
export type Together = <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;

interface Waiting {
  /** Gives what tells whoever asked that it is on the disk. */
  readonly work: (transaction: Transaction) => Promise<() => void>;
  readonly fail: (error: unknown) => void;
}

/**
 * Every such row needs the store of copies, so that one commit waits for the other. What is asked
 * for while one is under way goes into the next together: a hundred deliveries cost few commits.
 * Work that fails may be done twice, and is undone both times.
 */
export function createTogether(write: Write): Together {
  let waiting: Waiting[] = [];
  let isWriting = false;

  async function writeAll(): Promise<void> {
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
      const all = await write([...STORES], async (tx) => {
        const worked: (() => void)[] = [];
        for (const { work } of group) worked.push(await work(tx));
        return worked;
      });
      for (const done of all) done();
    } catch (error) {
      // One that can't be written is no reason to refuse the others.
      if (group.length > 1) for (const each of group) await commit([each]);
      else for (const { fail } of group) fail(error);
    }
  }

  return (work) =>
    new Promise((done, fail) => {
      waiting.push({
        async work(transaction) {
          const result = await work(transaction);
          return () => done(result);
        },
        fail,
      });
      if (!isWriting) void writeAll();
    });
}

/** Puts a row, and its copy. */
export async function putCopied<S extends CopiedStore>(
  transaction: Transaction,
  store: S,
  id: string,
  row: Schema[S]['value'],
): Promise<void> {
  await transaction.objectStore(store).put(row);
  await transaction.objectStore('copies').put(row, [store, id]);
}
