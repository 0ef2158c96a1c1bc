import { UNFINISHED, type Delivery } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import type { VerificationRow } from '@/lib/domain/verification';
import { isSame } from './copies';
import type { Read } from './db';
import type { NoteRow } from './rows';
import type { Schema } from './schema';
import { putCopied, type Together } from './together';

/** The rows of one key: those that are what was last written, and the ids of the others. */
export interface Checked<R> {
  readonly rows: readonly R[];
  readonly damaged: readonly string[];
}

/** A row as it was and as it is now. */
export interface Changed<R> {
  readonly before: R;
  readonly after: R;
}

/**
 * A store of rows in clear, which an alarm needs while the vault is locked. Each has a copy: a row that
 * is not as it was written is never acted upon. `put` resolves after a strict commit.
 */
export function openQueue<S extends 'deliveries' | 'verifications'>(
  store: S,
  idOf: (row: Schema[S]['value']) => string,
  read: Read,
  together: Together,
) {
  type Row = Schema[S]['value'];

  /** Sorts some rows by whether they are what was last written. */
  async function check(select: (all: Selection) => Promise<unknown[]>): Promise<Checked<Row>> {
    const found = await read([store, 'copies'], async (tx) => {
      const rows = (await select(tx.objectStore(store) as unknown as Selection)) as Row[];
      const copies = tx.objectStore('copies');
      return Promise.all(
        rows.map(async (row) => ({ row, copy: await copies.get([store, idOf(row)]) })),
      );
    });
    return {
      rows: found.flatMap(({ row, copy }) => (isSame(row, copy) ? [row] : [])),
      damaged: found.flatMap(({ row, copy }) => (isSame(row, copy) ? [] : [idOf(row)])),
    };
  }

  return {
    check,
    /** Every row that is what was last written. */
    async all(): Promise<Row[]> {
      return read([store, 'copies'], async (tx) => {
        const rows = (await tx.objectStore(store).getAll()) as Row[];
        // All copies at once: to ask for each takes many times longer.
        const copies = tx.objectStore('copies');
        const own = IDBKeyRange.bound([store], [store, []]);
        const [keys, values] = await Promise.all([copies.getAllKeys(own), copies.getAll(own)]);
        const copyOf = new Map(keys.map(([, id], at) => [id, values[at]]));
        return rows.filter((row) => isSame(row, copyOf.get(idOf(row))));
      });
    },
    /** @throws KeyferryError vault_damaged for a row that is not what was last written. */
    async get(id: string): Promise<Row | undefined> {
      const { row, copy } = await read([store, 'copies'], async (tx) => ({
        row: await tx.objectStore(store).get(id),
        copy: await tx.objectStore('copies').get([store, id]),
      }));
      if (!isSame(row, copy)) throw new KeyferryError('vault_damaged');
      return row;
    },
    /** Writes a row, and with it what was sealed about it: both or none. */
    put: (row: Row, note?: NoteRow): Promise<void> =>
      together(async (tx) => {
        await putCopied(tx, store, idOf(row), row);
        if (note) await putCopied(tx, 'notes', note.id, note);
      }),
    /**
     * Makes another row of the one that is there, in one transaction; nothing is written when it is the same.
     * @param note as for `put`
     * @throws KeyferryError unknown_item, and what `get` throws
     */
    change: (id: string, next: (row: Row) => Row, note?: NoteRow): Promise<Changed<Row>> =>
      together(async (tx) => {
        const before = await tx.objectStore(store).get(id);
        const copy = await tx.objectStore('copies').get([store, id]);
        if (!isSame(before, copy)) throw new KeyferryError('vault_damaged');
        if (!before) throw new KeyferryError('unknown_item');
        const after = next(before);
        if (after !== before) {
          await putCopied(tx, store, id, after);
          if (note) await putCopied(tx, 'notes', note.id, note);
        }
        return { before, after };
      }),
  };
}

/** The part of an object store that selects rows. */
interface Selection {
  getAll(): Promise<unknown[]>;
  index(name: 'itemId' | 'destinationId' | 'tabId' | 'state' | 'broke'): {
    getAll(key?: string | number): Promise<unknown[]>;
  };
}

/** Rows in any of some states. */
async function inStates(rows: Selection, states: readonly string[]): Promise<unknown[]> {
  const found = await Promise.all(states.map((state) => rows.index('state').getAll(state)));
  return found.flat();
}

/** The outbox's rows. */
export function openDeliveries(read: Read, together: Together) {
  const queue = openQueue('deliveries', ({ id }) => id, read, together);
  return {
    ...queue,
    /** The deliveries of one key. */
    of: (itemId: string): Promise<Checked<Delivery>> =>
      queue.check((rows) => rows.index('itemId').getAll(itemId)),
    /** The deliveries to one destination. */
    to: async (destinationId: string): Promise<readonly Delivery[]> =>
      (await queue.check((rows) => rows.index('destinationId').getAll(destinationId))).rows,
    /** The deliveries that go on in a tab. */
    inTabs: async (): Promise<readonly Delivery[]> =>
      (await queue.check((rows) => rows.index('tabId').getAll())).rows,
    /** The deliveries that have not come to their end. */
    unfinished: async (): Promise<readonly Delivery[]> =>
      (await queue.check((rows) => inStates(rows, UNFINISHED))).rows,
  };
}

/** The proofs' rows. */
export function openVerifications(read: Read, together: Together) {
  const queue = openQueue('verifications', ({ itemId }) => itemId, read, together);
  return {
    ...queue,
    /** The proofs that have not come to their end. */
    unfinished: async (): Promise<readonly VerificationRow[]> =>
      (await queue.check((rows) => inStates(rows, ['checking', 'waiting']))).rows,
    /** The proofs of keys that broke and were not looked at since. */
    broken: async (): Promise<readonly VerificationRow[]> =>
      (await queue.check((rows) => rows.index('broke').getAll())).rows,
  };
}
