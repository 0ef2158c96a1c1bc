import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { openVaultDb, type VaultDb } from '@/lib/vault/db';
import { createRecovery } from '@/lib/vault/recovery';
import { createSession } from '@/lib/vault/session';
import type { Vault } from '@/lib/vault/vault';
import { fakeApiKey } from '../fake-api-key';
import { damage, leaves } from './damage';
import { dump, makeBrowser, PASSPHRASE, tamper, tamperHeader } from './harness';

const KEY = fakeApiKey('admin');
const OTHER = fakeApiKey('proj');
let browser: ReturnType<typeof makeBrowser>;
let vault: Vault;

beforeEach(async () => {
  browser = makeBrowser();
  vault = browser.start();
  await vault.create(PASSPHRASE);
});

async function row(store: string, key?: string) {
  const found = (await dump())[store]?.find((each) => key === undefined || each.key === key);
  if (!found) throw new Error(`Nothing in ${store}.`);
  return found;
}

test('nothing in the database holds the key, the passphrase or a setting in any form', async () => {
  const secrets = [KEY, OTHER, PASSPHRASE, 'FAKE-aws-secret', 'receipt-words', 'key-name'];
  await vault.capture(KEY, { name: 'key-name' });
  await vault.putDestination('aws', { secretAccessKey: 'FAKE-aws-secret' });
  await vault.note('receipt', 'receipt-words');
  const unlockedKey = JSON.parse(browser.area.kept.get('unlocked') ?? '{}') as { vaultKey: string };
  secrets.push(Buffer.from(unlockedKey.vaultKey, 'base64').toString('latin1'));
  await vault.lock();
  await vault.capture(OTHER, {});
  const text = JSON.stringify(await dump());
  expect(text).toContain('"sealed"');
  for (const secret of secrets) {
    // A part of it is as bad. Base64 has three forms, by where it begins.
    const part = Buffer.from(secret, 'latin1').subarray(-16);
    const forms = [0, 1, 2].map((before) =>
      Buffer.concat([Buffer.alloc(before), part])
        .toString('base64')
        .slice(4, -4),
    );
    for (const form of [part.toString('latin1'), part.toString('hex'), ...forms]) {
      expect(text.includes(form)).toBe(false);
    }
  }
  expect([...browser.area.kept.values()].join('')).toBe('');
});

describe('a change on the disk', () => {
  const HEADER = `v vaultId createdAt checksum wraps.0.kind wraps.0.id wraps.0.createdAt
    wraps.0.kdf.name wraps.0.kdf.memory wraps.0.kdf.passes wraps.0.kdf.parallelism wraps.0.kdf.salt
    wraps.0.vaultKey.v wraps.0.vaultKey.iv wraps.0.vaultKey.ct
    keyPair.v keyPair.iv keyPair.ct`.split(/\s+/);
  const PUBLIC = ['vaultId', 'keyId', 'publicKey', 'salt', 'checksum'];

  test('the lists here name every field of the header', async () => {
    const { value } = await row('meta', 'header');
    const all = [...HEADER, ...PUBLIC.map((name) => `sealingKey.${name}`)];
    expect(leaves(value).toSorted()).toEqual(all.toSorted());
  });

  test.each(HEADER)('of %s in the header is named, and mended from its copy', async (path) => {
    const before = (await dump())['meta'];
    const { value } = await row('meta', 'header');
    for (const place of ['header', 'header-copy']) {
      await tamper('meta', place, damage(value, path));
      expect(await vault.damage(), place).toMatchObject([{ what: 'header', health: 'damaged' }]);
      await tamper('meta', place, value);
    }
    expect(await vault.damage()).toEqual([]);
    await tamper('meta', 'header-copy', damage(value, path));
    await vault.lock();
    await vault.unlock({ passphrase: PASSPHRASE });
    expect((await dump())['meta']).toEqual(before);
    await tamper('meta', 'header', damage(value, path));
    await vault.lock();
    await vault.unlock({ passphrase: PASSPHRASE });
    expect((await dump())['meta']).toEqual(before);
  });

  test.each(HEADER)('of %s in the header and its copy is seen at unlock', async (path) => {
    await vault.lock();
    const { value } = await row('meta', 'header');
    await tamperHeader(damage(value, path));
    await expect(vault.unlock({ passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'vault_damaged',
    });
    await expect(vault.create(PASSPHRASE)).rejects.toThrow('vault_exists');
  });

  test('that takes the header away is mended, and makes room for no other vault', async () => {
    const { itemId } = await vault.capture(KEY, {});
    await vault.lock();
    const db = await openDB('keyferry');
    await db.delete('meta', 'header');
    db.close();
    expect(await vault.status()).toBe('locked');
    await expect(vault.create(PASSPHRASE)).rejects.toThrow('vault_exists');
    await vault.unlock({ passphrase: PASSPHRASE });
    expect(await vault.reveal(itemId)).toBe(KEY);
    expect(await vault.damage()).toEqual([]);
  });

  test('that puts one header back to an earlier one is named, and not taken for the last', async () => {
    const { value: before } = await row('meta', 'header');
    await vault.changePassphrase({ passphrase: PASSPHRASE }, 'seven amber kettles sing');
    const { value: after } = await row('meta', 'header');
    await tamper('meta', 'header-copy', before);
    await vault.lock();
    await vault.unlock({ passphrase: 'seven amber kettles sing' });
    expect(await vault.damage()).toMatchObject([{ what: 'header' }]);
    expect((await row('meta', 'header')).value).toEqual(after);
    expect((await row('meta', 'header-copy')).value).toEqual(before);
  });

  describe.each(['header', 'sealing-key'])('of the public key in %s', (copy) => {
    test.each(PUBLIC)('(%s): no key is sealed to it, and an unlock mends it', async (name) => {
      await vault.lock();
      const before = await dump();
      const { value } = await row('meta', copy);
      const path = copy === 'header' ? `sealingKey.${name}` : name;
      await tamper('meta', copy, damage(value, path));
      await expect(vault.capture(KEY, {})).rejects.toThrow('vault_missing');
      await expect(vault.note('receipt', 1)).rejects.toThrow('vault_missing');
      expect(await vault.status()).toBe('locked');
      await vault.unlock({ passphrase: PASSPHRASE });
      expect((await dump())['meta']).toEqual(before['meta']);
      await vault.lock();
      await vault.capture(KEY, {});
    });
  });

  test('of the public key is mended at once while unlocked', async () => {
    const { value } = await row('meta', 'sealing-key');
    await tamper('meta', 'sealing-key', damage(value, 'publicKey'));
    const { itemId } = await vault.capture(KEY, {});
    expect(await vault.reveal(itemId)).toBe(KEY);
  });

  test('of any field of a record is seen, and hides no other record', async () => {
    const { itemId } = await vault.capture(KEY, {});
    await vault.capture(OTHER, {});
    const { value } = await row('records', itemId);
    for (const path of leaves(value).filter((name) => name !== 'id')) {
      await tamper('records', itemId, damage(value, path));
      const reads = await Promise.allSettled([vault.item(itemId), vault.reveal(itemId)]);
      const errors = reads.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
      expect(errors.length, path).toBeGreaterThan(0);
      expect(errors, path).toContainEqual(expect.objectContaining({ code: 'vault_damaged' }));
      expect((await vault.items()).some((item) => item.kind === 'project')).toBe(true);
      await tamper('records', itemId, value);
    }
    expect(await vault.reveal(itemId)).toBe(KEY);
  });

  test('that swaps two records, or two fields of one, is seen', async () => {
    const one = await vault.capture(KEY, {});
    const two = await vault.capture(OTHER, {});
    const { value } = await row('records', one.itemId);
    const { value: other } = await row('records', two.itemId);
    const { secret } = other as { secret: object };
    await tamper('records', one.itemId, { ...value, secret });
    await expect(vault.reveal(one.itemId)).rejects.toThrow('vault_damaged');
    const { details } = value as { details: object };
    await tamper('records', one.itemId, { ...value, secret: details });
    await expect(vault.reveal(one.itemId)).rejects.toThrow('vault_damaged');
  });

  test('of any field of a sealed key leaves it sealed, and is said', async () => {
    await vault.lock();
    const { itemId } = await vault.capture(KEY, { tabId: 4 });
    const { value } = await row('inbox', itemId);
    for (const path of leaves(value).filter((name) => name !== 'id')) {
      await tamper('inbox', itemId, damage(value, path));
      await vault.unlock({ passphrase: PASSPHRASE });
      expect(await vault.sealedWhileLocked(), path).toBe(1);
      await expect(vault.reveal(itemId), path).rejects.toThrow('vault_damaged');
      await vault.lock();
    }
    await tamper('inbox', itemId, value);
    await vault.unlock({ passphrase: PASSPHRASE });
    expect(await vault.reveal(itemId)).toBe(KEY);
  });

  test('of any field of the recovery code is named', async () => {
    const now = () => browser.clock.time;
    await createRecovery({
      db: openVaultDb(),
      session: createSession(browser.area, now),
      now,
    }).saved();
    const { value } = await row('meta', 'recovery');
    for (const path of leaves(value)) {
      await tamper('meta', 'recovery', damage(value, path));
      expect(await vault.damage(), path).toMatchObject([{ what: 'recovery' }]);
    }
  });

  test.each([
    ['notes', 'one'],
    ['destinations', 'one'],
  ])('of any field of %s is seen', async (store, id) => {
    await vault.note(id, 'words');
    await vault.putDestination(id, 'words');
    const { value } = await row(store, id);
    const read = () => (store === 'notes' ? vault.readNote(id) : vault.readDestination(id));
    for (const path of leaves(value).filter((name) => name !== 'id')) {
      await tamper(store, id, damage(value, path));
      await expect(read(), path).rejects.toThrow('vault_damaged');
    }
    await tamper(store, 'two', { ...value, id: 'two' });
    const moved = store === 'notes' ? vault.readNote('two') : vault.readDestination('two');
    await expect(moved).rejects.toThrow('vault_damaged');
  });
});

/** A database whose next writes to records fail, as when the worker is gone. */
function dying(db: VaultDb): VaultDb {
  const write: VaultDb['write'] = async (stores, work) =>
    db.write(stores, async (tx) => {
      const result = await work(tx);
      const sealed = tx as unknown as {
        objectStore(name: 'records'): { count(): Promise<number> };
      };
      if ((stores as string[]).includes('records')) {
        if ((await sealed.objectStore('records').count()) > 0) throw new Error('killed');
      }
      return result;
    });
  return { ...db, write };
}

describe('a worker that dies between the commit and the re-seal', () => {
  test('loses nothing and makes nothing twice', async () => {
    const doomed = browser.start(dying(openVaultDb()));
    const { itemId } = await doomed.capture(KEY, {});
    const half = await dump();
    expect([half['inbox']?.length, half['records']?.length]).toEqual([1, 0]);
    const next = browser.start();
    expect(await next.capture(KEY, {})).toMatchObject({ itemId, known: true });
    expect((await next.items()).map((item) => item.id)).toEqual([itemId]);
    expect(await next.reveal(itemId)).toBe(KEY);
    const whole = await dump();
    expect([whole['inbox']?.length, whole['records']?.length]).toEqual([0, 1]);
  });

  test('many readers at once make one record of it', async () => {
    await vault.lock();
    const { itemId } = await vault.capture(KEY, {});
    await Promise.all([
      vault.unlock({ passphrase: PASSPHRASE }),
      browser.start().unlock({ passphrase: PASSPHRASE }),
    ]);
    const lists = await Promise.all([vault.items(), vault.items(), browser.start().items()]);
    for (const items of lists) expect(items.map((item) => item.id)).toEqual([itemId]);
  });
});
