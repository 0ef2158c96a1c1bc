import { deleteDB, openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { KeyferryError } from '@/lib/domain/errors';
import { databaseError } from './db-errors';
import { migrate, VERSION } from './migrations';
import { openDeliveries, openVerifications } from './queues';
import type { Schema, StoreName } from './schema';
import { createTogether, type Together } from './together';

type Work<S extends StoreName, M extends IDBTransactionMode, T> = (
  transaction: IDBPTransaction<Schema, S[], M>,
) => Promise<T>;

/** Runs one reading transaction. */
export type Read = <S extends StoreName, T>(
  stores: S[],
  work: Work<S, 'readonly', T>,
) => Promise<T>;
/** Runs one writing transaction. */
export type Write = <S extends StoreName, T>(
  stores: S[],
  work: Work<S, 'readwrite', T>,
) => Promise<T>;

type Version = typeof VERSION | 'as-is';

/** The database of the vault and of the durable queues. See {@link openVaultDb}. */
export interface VaultDb {
  readonly asIs: () => VaultDb;
  readonly read: Read;
  readonly write: Write;
  readonly erase: () => Promise<void>;
  readonly together: Together;
  readonly deliveries: ReturnType<typeof openDeliveries>;
  readonly verifications: ReturnType<typeof openVerifications>;
}

/**
 * The database of the extension's own origin. It opens at first use, and again when the browser
 * or a newer version of us closed it. `work` must await nothing but the stores: a transaction
 * commits as soon as it has nothing to do, so no crypto goes into it.
 * @param version `as-is`: whichever it has, for a rescue. It may lack stores, or be of a newer schema.
 */
export function openVaultDb(name = 'keyferry', version: Version = VERSION): VaultDb {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const forget = () => {
    opened = undefined;
  };

  function connect(): Promise<IDBPDatabase<Schema>> {
    opened ??= new Promise((resolve, reject) => {
      let failure: unknown;
      const connection = openDB<Schema>(name, version === 'as-is' ? undefined : version, {
        upgrade(database, from, _to, upgrade) {
          migrateFor(version, database, from, upgrade).catch((error: unknown) => {
            // The request itself says only that it was aborted.
            failure = error;
            abort(upgrade);
          });
        },
        // An older version of us holds it open. The browser goes on with this request once that is
        // closed, so nobody asks again meanwhile, and each one who asks is told.
        blocked: () => reject(new KeyferryError('vault_blocked')),
        // A newer version of us must not wait for this connection; in turn we are never blocked for long.
        blocking(_current, _blocked, event) {
          forget();
          (event.target as IDBDatabase).close();
        },
        terminated: forget,
      });
      connection.then(
        (database) => {
          opened = connection;
          resolve(database);
        },
        (error: unknown) => {
          forget();
          reject(databaseError(failure ?? error));
        },
      );
    });
    return opened;
  }

  async function begin<S extends StoreName, M extends 'readonly' | 'readwrite'>(
    stores: S[],
    mode: M,
  ): Promise<IDBPTransaction<Schema, S[], M>> {
    const options = mode === 'readwrite' ? ({ durability: 'strict' } as const) : {};
    try {
      return (await connect()).transaction(stores, mode, options);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
      // The connection was closed between our having it and our using it.
      forget();
      return (await connect()).transaction(stores, mode, options);
    }
  }

  /** Runs one reading transaction. @throws KeyferryError vault_newer, vault_blocked, vault_unreadable */
  async function read<S extends StoreName, T>(
    stores: S[],
    work: Work<S, 'readonly', T>,
  ): Promise<T> {
    try {
      return await work(await begin(stores, 'readonly'));
    } catch (error) {
      throw databaseError(error);
    }
  }

  /**
   * Runs one writing transaction; resolves when it is flushed to the disk. When `work` throws, nothing is written.
   * @throws KeyferryError disk_full and what {@link read} throws; and whatever `work` throws
   */
  async function write<S extends StoreName, T>(
    stores: S[],
    work: Work<S, 'readwrite', T>,
  ): Promise<T> {
    let transaction: IDBPTransaction<Schema, S[], 'readwrite'> | undefined;
    try {
      transaction = await begin(stores, 'readwrite');
      const result = await work(transaction);
      await transaction.done;
      return result;
    } catch (error) {
      if (transaction) abort(transaction);
      throw databaseError(error);
    }
  }

  /**
   * Empties every store at once. A database that can't be opened or written is deleted whole.
   * @throws KeyferryError vault_blocked
   */
  async function erase(): Promise<void> {
    try {
      const stores = [...(await connect()).objectStoreNames];
      await write(stores, (tx) =>
        Promise.all(stores.map((store) => tx.objectStore(store).clear())),
      );
    } catch {
      forget();
      await new Promise<void>((done, fail) => {
        const blocked = () => fail(new KeyferryError('vault_blocked'));
        deleteDB(name, { blocked }).then(done, (error: unknown) => fail(databaseError(error)));
      });
    }
  }

  const together = createTogether(write);

  return {
    /** The same database in whichever version it has. */
    asIs: () => openVaultDb(name, 'as-is'),
    read,
    write,
    erase,
    together,
    deliveries: openDeliveries(read, together),
    verifications: openVerifications(read, together),
  };
}

/** A database that is taken as it is gets no stores of ours: when there is none, there is nothing to rescue. */
async function migrateFor(version: Version, ...upgrade: Parameters<typeof migrate>): Promise<void> {
  if (version === 'as-is') throw new KeyferryError('vault_missing');
  await migrate(...upgrade);
}

/** Ends a transaction without writing anything. `done` rejects then; the first error is the one to tell. */
function abort(transaction: { readonly done: Promise<void>; abort(): void }): void {
  transaction.done.catch(() => {});
  try {
    transaction.abort();
  } catch {
    // It had ended by itself.
  }
}
