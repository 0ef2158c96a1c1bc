import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { openVaultDb } from '@/lib/vault/db';
import { VERSION } from '@/lib/vault/migrations';
import { queued } from './queued';
import { openVersion1 } from './version-1';

const delivery = queued();

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test('keeps deliveries and verifications, strictly', async () => {
  const db = openVaultDb();
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await db.deliveries.put(delivery);
  await db.verifications.put({ itemId: 'item', state: 'checking', attempt: 0, updatedAt: 1 });
  const writes = begun.mock.calls.filter(([, mode]) => mode === 'readwrite');
  begun.mockRestore();
  expect(writes.map(([, , options]) => options?.durability)).toEqual(['strict', 'strict']);
  expect(await db.deliveries.all()).toEqual([delivery]);
  expect(await db.deliveries.get('other')).toBeUndefined();
  expect(await db.verifications.get('item')).toMatchObject({ state: 'checking' });
});

test('writes nothing when the work fails', async () => {
  const db = openVaultDb();
  const failing = db.write(['deliveries'], async (tx) => {
    await tx.objectStore('deliveries').put(delivery);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await db.deliveries.all()).toEqual([]);
});

test('makes way for a newer version', async () => {
  const db = openVaultDb();
  await db.deliveries.put(delivery);
  const newer = await openDB('keyferry', VERSION + 1);
  expect(newer.version).toBe(VERSION + 1);
  newer.close();
  await expect(db.deliveries.all()).rejects.toMatchObject({ code: 'vault_newer' });
});

test('opens again after its connection was closed', async () => {
  const opened: IDBDatabase[] = [];
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const db = openVaultDb();
  await db.deliveries.put(delivery);
  for (const each of begun.mock.contexts) opened.push(each as IDBDatabase);
  begun.mockRestore();
  for (const each of opened) each.close();
  expect(await db.deliveries.all()).toEqual([delivery]);
});

test('says that an older one holds it open, and goes on once that is closed', async () => {
  const older = await openVersion1();
  const db = openVaultDb();
  await expect(db.deliveries.all()).rejects.toMatchObject({ code: 'vault_blocked' });
  await expect(db.deliveries.all()).rejects.toMatchObject({ code: 'vault_blocked' });
  older.close();
  await vi.waitFor(() => expect(db.deliveries.put(delivery)).resolves.toBeUndefined());
});

test('says that the disk is full, and that a database is not ours', async () => {
  const db = openVaultDb();
  const full = db.write(['deliveries'], () =>
    Promise.reject(new DOMException('', 'QuotaExceededError')),
  );
  await expect(full).rejects.toMatchObject({ code: 'disk_full' });
  const foreign = await openDB('foreign', VERSION);
  foreign.close();
  const broken = openVaultDb('foreign');
  await expect(broken.deliveries.all()).rejects.toMatchObject({ code: 'vault_unreadable' });
});
