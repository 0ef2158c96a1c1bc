import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { Delivery, DeliveryState } from '@/lib/domain/delivery';
import type { VerificationRow } from '@/lib/domain/verification';
import type { VaultHeader } from './header';
import type { DestinationRow, InboxRow, NoteRow, RecordRow, Tries } from './rows';
import type { SealingKey } from './sealing-key';

interface Schema extends DBSchema {
  meta: { key: string; value: VaultHeader | SealingKey | Tries };
  inbox: { key: string; value: InboxRow; indexes: { fingerprint: string; tabId: number } };
  records: { key: string; value: RecordRow; indexes: { fingerprint: string } };
  destinations: { key: string; value: DestinationRow };
  notes: { key: string; value: NoteRow };
  deliveries: { key: string; value: Delivery; indexes: { state: DeliveryState } };
  verifications: { key: string; value: VerificationRow };
}

type StoreName =
  | 'meta'
  | 'inbox'
  | 'records'
  | 'destinations'
  | 'notes'
  | 'deliveries'
  | 'verifications';
type Work<S extends StoreName, M extends IDBTransactionMode, T> = (
  transaction: IDBPTransaction<Schema, S[], M>,
) => Promise<T>;

/** The database of the vault and of the durable queues. See {@link openVaultDb}. */
export type VaultDb = ReturnType<typeof openVaultDb>;

/**
 * The database of the extension's own origin. It opens at first use, and again when the browser
 * or a newer version of us closed it. `work` must await nothing but the stores: a transaction
 * commits as soon as it has nothing to do, so no crypto goes into it.
 */
export function openVaultDb(name = 'keyferry') {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const forget = () => {
    opened = undefined;
  };

  function connect(): Promise<IDBPDatabase<Schema>> {
    if (opened) return opened;
    opened = openDB<Schema>(name, 1, {
      upgrade: createStores,
      // A newer version of us must not wait for this connection; in turn we are never blocked for long.
      blocking(_current, _blocked, event) {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    });
    opened.catch(forget);
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

  /** Runs one reading transaction. */
  async function read<S extends StoreName, T>(
    stores: S[],
    work: Work<S, 'readonly', T>,
  ): Promise<T> {
    return work(await begin(stores, 'readonly'));
  }

  /** Runs one writing transaction; resolves when it is flushed to the disk. When `work` throws, nothing is written. */
  async function write<S extends StoreName, T>(
    stores: S[],
    work: Work<S, 'readwrite', T>,
  ): Promise<T> {
    const transaction = await begin(stores, 'readwrite');
    try {
      const result = await work(transaction);
      await transaction.done;
      return result;
    } catch (error) {
      // `done` rejects too when the transaction ends; the first error is the one to tell.
      transaction.done.catch(() => {});
      try {
        transaction.abort();
      } catch {
        // It had ended by itself.
      }
      throw error;
    }
  }

  /** A store of clear rows. `put` resolves after a strict commit. */
  function table<S extends 'deliveries' | 'verifications'>(store: S) {
    type Row = Schema[S]['value'];
    return {
      all: (): Promise<Row[]> => read([store], (tx) => tx.objectStore(store).getAll()),
      get: (id: string): Promise<Row | undefined> =>
        read([store], (tx) => tx.objectStore(store).get(id)),
      async put(row: Row): Promise<void> {
        await write([store], (tx) => tx.objectStore(store).put(row));
      },
    };
  }

  return { read, write, deliveries: table('deliveries'), verifications: table('verifications') };
}

function createStores(database: IDBPDatabase<Schema>): void {
  database.createObjectStore('meta');
  const inbox = database.createObjectStore('inbox', { keyPath: 'id' });
  inbox.createIndex('fingerprint', 'fingerprint', { unique: true });
  inbox.createIndex('tabId', 'tabId');
  const records = database.createObjectStore('records', { keyPath: 'id' });
  records.createIndex('fingerprint', 'fingerprint', { unique: true });
  database.createObjectStore('destinations', { keyPath: 'id' });
  database.createObjectStore('notes', { keyPath: 'id' });
  const deliveries = database.createObjectStore('deliveries', { keyPath: 'id' });
  deliveries.createIndex('state', 'state');
  database.createObjectStore('verifications', { keyPath: 'itemId' });
}
