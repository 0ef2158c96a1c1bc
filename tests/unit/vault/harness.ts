import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { loadArgon2id } from '@/lib/crypto/argon2id';
import { KDF_FLOOR, type KdfCost } from '@/lib/crypto/kdf-parameters';
import { openVaultDb, type VaultDb } from '@/lib/vault/db';
import { createSession, type SessionArea } from '@/lib/vault/session';
import { createVault } from '@/lib/vault/vault';

export const PASSPHRASE = 'four lorries carry plums';

/** Memory that behaves like `browser.storage.session`: JSON only. */
export function memoryArea(): SessionArea & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get: async (keys) =>
      Object.fromEntries(
        keys.flatMap((key) => {
          const text = kept.get(key);
          return text === undefined ? [] : [[key, JSON.parse(text) as unknown]];
        }),
      ),
    async set(items) {
      for (const [key, value] of Object.entries(items)) kept.set(key, JSON.stringify(value));
    },
    async remove(keys) {
      for (const key of keys) kept.delete(key);
    },
  };
}

/** A browser with an empty profile; `vault()` is the extension's worker starting in it. */
export function makeBrowser() {
  globalThis.indexedDB = new IDBFactory();
  const area = memoryArea();
  const clock = { time: Date.UTC(2026, 9, 1) };
  const now = () => clock.time;
  const start = (db: VaultDb = openVaultDb(), cost: KdfCost = KDF_FLOOR) =>
    createVault({ db, session: createSession(area, now), now, kdf: { cost, load: loadArgon2id } });
  return { area, clock, start };
}

/** Everything in the database, store by store, keys and values. */
export async function dump(): Promise<Record<string, { key: string; value: object }[]>> {
  const db = await openDB('keyferry');
  const stores = await Promise.all(
    [...db.objectStoreNames].map(async (name) => {
      const [keys, values] = [await db.getAllKeys(name), await db.getAll(name)];
      return [name, keys.map((key, at) => ({ key: key as string, value: values[at] as object }))];
    }),
  );
  db.close();
  return Object.fromEntries(stores) as Record<string, { key: string; value: object }[]>;
}

/** Overwrites the header in both of its places, or in the first, as a version wrote it that knew no other. */
export async function tamperHeader(
  value: object,
  places: 'both' | 'first' = 'both',
): Promise<void> {
  const db = await openDB('keyferry');
  await db.put('meta', value, 'header');
  await (places === 'both'
    ? db.put('meta', value, 'header-copy')
    : db.delete('meta', 'header-copy'));
  db.close();
}

/** Overwrites one row, as somebody with access to the disk could. */
export async function tamper(store: string, key: string, value: object): Promise<void> {
  const db = await openDB('keyferry');
  const hasPath = db.transaction(store).store.keyPath !== null;
  await (hasPath ? db.put(store, value) : db.put(store, value, key));
  db.close();
}
