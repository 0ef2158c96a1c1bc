import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { Schema, StoreName } from './schema';

/** The transaction of an upgrade. */
export type Upgrade = IDBPTransaction<Schema, StoreName[], 'versionchange'>;

type Step = (database: IDBPDatabase<Schema>, upgrade: Upgrade) => void | Promise<void>;

/** Step n brings a database from version n to version n + 1. A step that was released never changes. */
const STEPS: readonly Step[] = [createFirstStores, addManifest, addQueueIndexes];

/** The version of the database that this code writes. */
export const VERSION = STEPS.length;

/** Runs every step from a version to ours, in the one transaction of the upgrade: all of it or nothing. */
export async function migrate(
  database: IDBPDatabase<Schema>,
  from: number,
  upgrade: Upgrade,
): Promise<void> {
  for (const step of STEPS.slice(from)) await step(database, upgrade);
}

function createFirstStores(database: IDBPDatabase<Schema>): void {
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

/**
 * Version 2: what tells a rolled-back row from a present one, keys that were discarded, and the
 * activity log. Rows in clear get their copies here; sealed ones need the vault key, so the first
 * unlock enters them, once.
 */
async function addManifest(database: IDBPDatabase<Schema>, upgrade: Upgrade): Promise<void> {
  database.createObjectStore('activity', { keyPath: 'seq' }).createIndex('itemId', 'itemId');
  database.createObjectStore('manifest', { keyPath: 'id' });
  database.createObjectStore('discarded', { keyPath: 'id' });
  const copies = database.createObjectStore('copies');
  upgrade.objectStore('records').createIndex('createdAt', 'createdAt');
  upgrade.objectStore('deliveries').createIndex('itemId', 'itemId');
  upgrade.objectStore('deliveries').createIndex('tabId', 'tabId');
  for (const store of ['deliveries', 'verifications', 'notes'] as const) {
    let cursor = await upgrade.objectStore(store).openCursor();
    while (cursor) {
      await copies.put(cursor.value, [store, cursor.key]);
      cursor = await cursor.continue();
    }
  }
  const rows =
    (await upgrade.objectStore('records').count()) +
    (await upgrade.objectStore('destinations').count());
  if (rows > 0) await upgrade.objectStore('meta').put(true, 'unlisted');
}

/** Version 3: what is under way, or broke, is found without reading what is long done. */
function addQueueIndexes(_database: IDBPDatabase<Schema>, upgrade: Upgrade): void {
  upgrade.objectStore('deliveries').createIndex('destinationId', 'destinationId');
  const verifications = upgrade.objectStore('verifications');
  verifications.createIndex('state', 'state');
  verifications.createIndex('broke', 'broke');
}
