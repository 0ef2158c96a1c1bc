import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Delivery } from '@/lib/domain/delivery';
import { openVaultDb } from '@/lib/vault/db';

const delivery: Delivery = {
  id: 'one',
  itemId: 'item',
  destinationId: 'doit',
  operationId: 'operation',
  state: 'queued',
  attempt: 0,
  createdAt: 1,
  updatedAt: 1,
};

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
  const newer = await openDB('keyferry', 2);
  expect(newer.version).toBe(2);
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
