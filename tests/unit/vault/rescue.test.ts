import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { loadArgon2id } from '@/lib/crypto/argon2id';
import { KDF_FLOOR } from '@/lib/crypto/kdf-parameters';
import { KeyferryError } from '@/lib/domain/errors';
import type { Delivery } from '@/lib/domain/delivery';
import type { VerificationRow } from '@/lib/domain/verification';
import { openVaultDb } from '@/lib/vault/db';
import { VERSION } from '@/lib/vault/migrations';
import { createRecovery } from '@/lib/vault/recovery';
import { createSession } from '@/lib/vault/session';
import { damage, leaves } from './damage';
import { dump, memoryArea, PASSPHRASE, tamper } from './harness';
import { writeVersion1 } from './version-1';

const now = () => Date.UTC(2026, 10, 21);
const proof = { passphrase: PASSPHRASE };

/** A worker whose database does not open as ours, or not as it should. */
function recoveryOf(db = openVaultDb()) {
  const kdf = { cost: KDF_FLOOR, load: loadArgon2id };
  return createRecovery({ db, session: createSession(memoryArea(), now), now, kdf });
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('what is readable can be had', () => {
  test('of a database of a newer schema, which is left as it is', async () => {
    const [first] = await writeVersion1({ ...proof, count: 2 });
    const newer = await openDB('keyferry', VERSION + 5, {
      upgrade: (database) => void database.createObjectStore('of-later'),
    });
    newer.close();
    const db = openVaultDb();
    await expect(db.deliveries.all()).rejects.toMatchObject({ code: 'vault_newer' });
    await expect(recoveryOf(db).rescue({ passphrase: 'not the passphrase' })).rejects.toMatchObject(
      {
        code: 'wrong_passphrase',
      },
    );
    const { keys, destinations, unreadable, code } = await recoveryOf(db).rescue(proof);
    expect(keys).toHaveLength(2);
    expect(keys.find(({ id }) => id === first?.id)?.key).toBe(first?.key);
    expect(destinations).toEqual([{ id: 'aws', settings: { label: 'AWS prod' } }]);
    expect(unreadable).toBe(0);
    expect(code).toMatch(/-/);
    expect((await openDB('keyferry')).version).toBe(VERSION + 5);
  });

  test('of a database whose upgrade failed for want of room, which stays at its version', async () => {
    await writeVersion1({ ...proof, count: 2 });
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    const db = openVaultDb();
    await expect(db.deliveries.all()).rejects.toMatchObject({ code: 'disk_full' });
    expect((await recoveryOf(db).rescue(proof)).keys).toHaveLength(2);
    full.mockRestore();
    const before = await openDB('keyferry');
    expect(before.version).toBe(1);
    before.close();
    // With room again it goes on as if nothing had been.
    expect(await db.deliveries.all()).toMatchObject([{ id: 'one' }]);
  });

  test('of a database in which a key and a destination are damaged, and how many are not readable', async () => {
    const [first] = await writeVersion1({ ...proof, count: 3 });
    const rows = await dump();
    const record = rows['records']?.find(({ key }) => key === first?.id)?.value ?? {};
    await tamper('records', first?.id ?? '', damage(record, 'secret.ct'));
    const place = rows['destinations']?.[0]?.value ?? {};
    await tamper('destinations', 'aws', damage(place, 'settings.iv'));
    const { keys, destinations, unreadable } = await recoveryOf().rescue(proof);
    expect(keys).toHaveLength(2);
    expect(destinations).toEqual([]);
    expect(unreadable).toBe(2);
  });

  test('nothing is made where there was no database', async () => {
    const newest = recoveryOf(openVaultDb('none'));
    await expect(newest.rescue(proof)).rejects.toBeInstanceOf(KeyferryError);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('none');
  });
});

describe('a row in clear', () => {
  const delivery: Delivery = {
    id: 'one',
    itemId: 'item',
    destinationId: 'doit',
    operationId: 'operation',
    state: 'confirmed',
    attempt: 1,
    createdAt: 1,
    updatedAt: 2,
    proof: 'tested',
  };
  const verification: VerificationRow = {
    itemId: 'item',
    state: 'done',
    attempt: 1,
    updatedAt: 2,
    outcome: 'verified',
  };

  test('of which any field was changed is never acted upon, and is counted', async () => {
    const db = openVaultDb();
    await db.deliveries.put(delivery);
    await db.verifications.put(verification);
    for (const path of leaves(delivery).filter((name) => name !== 'id' && name !== 'itemId')) {
      await tamper('deliveries', 'one', damage(delivery, path));
      expect(await db.deliveries.all(), path).toEqual([]);
      expect(await db.deliveries.of('item'), path).toEqual({ rows: [], damaged: ['one'] });
      await expect(db.deliveries.get('one'), path).rejects.toThrow('vault_damaged');
    }
    await tamper('deliveries', 'one', damage(delivery, 'itemId'));
    expect(await db.deliveries.all()).toEqual([]);
    await tamper('deliveries', 'one', delivery);
    expect(await db.deliveries.all()).toEqual([delivery]);
    for (const path of leaves(verification).filter((name) => name !== 'itemId')) {
      await tamper('verifications', 'item', damage(verification, path));
      await expect(db.verifications.get('item'), path).rejects.toThrow('vault_damaged');
    }
  });

  test('that was put back to its earlier state, or took the place of another, is not either', async () => {
    const db = openVaultDb();
    await db.deliveries.put({ ...delivery, state: 'sending' });
    await db.deliveries.put(delivery);
    await db.deliveries.put({ ...delivery, id: 'two', destinationId: 'aws' });
    await tamper('deliveries', 'one', { ...delivery, state: 'sending' });
    await tamper('deliveries', 'two', { ...delivery, id: 'two' });
    expect(await db.deliveries.all()).toEqual([]);
    expect((await db.deliveries.of('item')).damaged.toSorted()).toEqual(['one', 'two']);
  });
});
