import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { openVaultDb, type VaultDb } from '@/lib/vault/db';
import { receiptNote, verificationNote } from '@/lib/vault/notes';
import { createRecovery } from '@/lib/vault/recovery';
import { createSession } from '@/lib/vault/session';
import type { Vault } from '@/lib/vault/vault';
import { fakeApiKey } from '../unit/fake-api-key';
import { dump, makeBrowser, PASSPHRASE } from '../unit/vault/harness';
import { paths, turnBit } from './bits';
import { chance, note, times } from './figures';

const KEYS = 6;
const ENTRIES = 40;
type Stores = Record<string, { key: IDBValidKey; value: object }[]>;
let browser: ReturnType<typeof makeBrowser>;
let vault: Vault;
let db: VaultDb;

beforeEach(async () => {
  browser = makeBrowser();
  db = openVaultDb();
  vault = browser.start(db);
  await vault.create(PASSPHRASE);
  await vault.activity.tend(0);
});

function nameOf(key: IDBValidKey): string {
  return typeof key === 'string' ? key : JSON.stringify(key);
}

function isLog(store: string, key: IDBValidKey): boolean {
  return store === 'activity' || (store === 'meta' && nameOf(key).startsWith('activity-'));
}

/** Puts the whole database back to what it was. */
async function putBack(stores: Stores): Promise<void> {
  const open = await openDB('keyferry');
  const tx = open.transaction([...open.objectStoreNames], 'readwrite');
  for (const [name, rows] of Object.entries(stores)) {
    const store = tx.objectStore(name);
    await store.clear();
    for (const { key, value } of rows) {
      await (store.keyPath === null ? store.put(value, key) : store.put(value));
    }
  }
  await tx.done;
  open.close();
}

/** Turns one bit of one row. @returns which row and field that was. */
async function turnOne(
  stores: Stores,
  wanted: (store: string, key: IDBValidKey) => boolean,
  random: () => number,
) {
  const rows = Object.entries(stores).flatMap(([store, all]) =>
    all.filter(({ key }) => wanted(store, key)).map((row) => ({ store, ...row })),
  );
  const row = rows[Math.floor(random() * rows.length)];
  if (!row) throw new Error('There is no such row.');
  const all = paths(row.value);
  const path = all[Math.floor(random() * all.length)] ?? '';
  const value = turnBit(row.value, path, random);
  const open = await openDB('keyferry');
  const tx = open.transaction(row.store, 'readwrite');
  // A row whose own name has changed is no longer where it was.
  await tx.store.delete(row.key);
  await (tx.store.keyPath === null ? tx.store.put(value, row.key) : tx.store.put(value));
  await tx.done;
  open.close();
  return { ...row, path, what: `${path} of ${row.store} ${nameOf(row.key)}` };
}

/** Turns bits, each in a database that is otherwise whole, and counts what was not as wanted. */
async function turnMany(
  name: string,
  full: number,
  wanted: (store: string, key: IDBValidKey) => boolean,
  look: (turned: Awaited<ReturnType<typeof turnOne>>) => Promise<void>,
): Promise<void> {
  const random = chance(name);
  const stores = (await dump()) as Stores;
  const problems: string[] = [];
  for (let turn = 0; turn < times(full); turn += 1) {
    const turned = await turnOne(stores, wanted, random);
    await look(turned).catch((error: unknown) => {
      problems.push(`${turned.what}: ${error instanceof Error ? error.message : String(error)}`);
    });
    await putBack(stores);
  }
  note(`turned bits of ${name}`, `${times(full)}, ${problems.length} not as wanted`, '0');
  expect(problems).toEqual([]);
}

test('deliveries, proofs, notes and their copies: the row is named by its key, and not acted upon', async () => {
  const ids: string[] = [];
  for (let at = 0; at < KEYS; at += 1) {
    const { itemId } = await vault.capture(fakeApiKey('proj', String(at)), {});
    ids.push(itemId);
    const row = { itemId, attempt: at, createdAt: at, updatedAt: at };
    const delivery = {
      ...row,
      id: `delivery ${at}`,
      destinationId: 'aws',
      operationId: `once ${at}`,
    };
    await db.deliveries.put({ ...delivery, state: 'confirmed', proof: 'value', tabId: at });
    await db.verifications.put({ ...row, state: 'done', outcome: 'verified' });
    await vault.note(receiptNote(delivery.id), { reference: `place ${at}` });
    await vault.note(verificationNote(itemId), { outcome: 'verified' });
  }
  const readings = (at: number) => [
    db.deliveries.get(`delivery ${at}`),
    db.verifications.get(ids[at] ?? ''),
    vault.readNote(receiptNote(`delivery ${at}`)),
    vault.readNote(verificationNote(ids[at] ?? '')),
  ];
  const all = async () =>
    (await Promise.all(ids.map((_, at) => Promise.allSettled(readings(at))))).flat();
  const right = await all();
  const facts = ['deliveries', 'verifications', 'notes', 'copies'];
  await turnMany(
    'deliveries, proofs, notes and copies',
    1_000,
    (store) => facts.includes(store),
    async () => {
      const seen = await all();
      const wrong = seen.flatMap((each, at) =>
        JSON.stringify(each) === JSON.stringify(right[at]) ? [] : [{ each, at }],
      );
      expect(wrong).toHaveLength(1);
      expect(wrong[0]?.each).toMatchObject({ reason: { code: 'vault_damaged' } });
      const owner = ids[Math.floor((wrong[0]?.at ?? 0) / 4)];
      expect((await vault.damage()).map(({ what, id }) => ({ what, id }))).toContainEqual({
        what: 'facts',
        id: owner,
      });
      expect((await db.deliveries.all()).length).toBeGreaterThanOrEqual(KEYS - 1);
      for (const [at, id] of ids.entries())
        expect(await vault.reveal(id)).toBe(fakeApiKey('proj', String(at)));
    },
  );
});

test('sealed keys: the one is named at the unlock, and every other opens', async () => {
  await vault.lock();
  const ids: string[] = [];
  for (let at = 0; at < KEYS; at += 1) {
    ids.push(
      (await vault.capture(fakeApiKey('proj', String(at)), { tabId: at, name: `key ${at}` }))
        .itemId,
    );
  }
  await turnMany(
    'sealed keys',
    300,
    (store) => store === 'inbox',
    async ({ key }) => {
      await vault.unlock({ passphrase: PASSPHRASE });
      expect(await vault.sealedWhileLocked()).toBe(1);
      const damage = await vault.damage();
      expect(damage).toMatchObject([{ what: 'key', health: 'damaged' }]);
      const named = damage[0]?.id ?? '';
      await expect(vault.reveal(named)).rejects.toThrow('vault_damaged');
      for (const [at, id] of ids.entries()) {
        if (id !== key) expect(await vault.reveal(id)).toBe(fakeApiKey('proj', String(at)));
      }
      await vault.lock();
    },
  );
});

test('the log: the place is named, and every other entry opens', async () => {
  for (let at = 0; at < ENTRIES; at += 1) {
    await vault.activity.append({ at, what: 'unlocked', itemId: `key ${at % KEYS}` } as never);
  }
  const page = () => vault.activity.page({ limit: ENTRIES });
  const right = new Map(
    (await page()).entries.map(({ seq, entry }) => [seq, JSON.stringify(entry)]),
  );
  expect(right.size).toBe(ENTRIES);
  await turnMany('the log', 1_000, isLog, async ({ store, key, path }) => {
    const { problems } = await vault.activity.check();
    const seq = Number(key);
    const named = store === 'meta' || problems.some(({ from, to }) => from <= seq && seq <= to);
    expect({ found: problems.length > 0, named }).toEqual({ found: true, named: true });
    expect((await vault.damage()).map(({ what }) => what)).toEqual(['log']);
    const entries = (await page()).entries;
    const same = entries.filter((each) => JSON.stringify(each.entry) === right.get(each.seq));
    // Under another's number a row takes that one's place.
    expect(same.length).toBeGreaterThanOrEqual(ENTRIES - (path === 'seq' ? 2 : 1));
  });
});

test('the header, the public key and the recovery code: no key is sealed wrongly, and the vault opens', async () => {
  const { itemId } = await vault.capture(fakeApiKey('proj', String(0)), {});
  const prf = Buffer.alloc(32, 7).toString('base64');
  const passkey = { credentialId: 'AAAA', salt: 'BBBB', prf };
  await vault.addPasskey({ passphrase: PASSPHRASE }, passkey);
  const now = () => browser.clock.time;
  await createRecovery({ db, session: createSession(browser.area, now), now }).saved();
  const whole = ['header', 'header-copy', 'sealing-key', 'recovery'];
  const isWhole = (store: string, key: IDBValidKey) =>
    store === 'meta' && whole.includes(nameOf(key));
  await turnMany(
    'the header, the public key and the recovery code',
    500,
    isWhole,
    async ({ key }) => {
      const what = key === 'recovery' ? 'recovery' : 'header';
      expect((await vault.damage()).map((each) => each.what)).toEqual([what]);
      await vault.lock();
      const sealed = await vault
        .capture(fakeApiKey('proj', String(1)), {})
        .catch((error: unknown) => String(error));
      if (typeof sealed === 'string') expect(sealed).toContain('vault_missing');
      await vault.unlock({ passphrase: PASSPHRASE });
      expect((await vault.damage()).map((each) => each.what)).toEqual(
        what === 'recovery' ? ['recovery'] : [],
      );
      expect(await vault.reveal(itemId)).toBe(fakeApiKey('proj', String(0)));
      const { itemId: other } = await vault.capture(fakeApiKey('proj', String(1)), {});
      expect(await vault.reveal(other)).toBe(fakeApiKey('proj', String(1)));
      await vault.lock();
      await vault.unlock({ prf });
    },
  );
});
