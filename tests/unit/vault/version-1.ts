import { openDB, type IDBPDatabase } from 'idb';

/** Opens the database as version 1 of the code made it. */
export function openVersion1(name = 'keyferry'): Promise<IDBPDatabase> {
  return openDB(name, 1, {
    upgrade(database) {
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
    },
  });
}
