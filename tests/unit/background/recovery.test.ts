import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { KeyferryError } from '@/lib/domain/errors';
import { readRecoveryCode } from '@/lib/domain/recovery-code';
import { doit } from '@/lib/recipes/doit';
import { readBackupFile, writeBackupFile } from '@/lib/vault/backup-file';
import type { KeyDetails } from '@/lib/vault/item';
import { PASSPHRASE } from '../vault/harness';
import { apiKey, machine } from './recovery-world';

const AWS = {
  adapter: 'aws-secrets-manager' as const,
  label: 'AWS prod',
  settings: {
    region: 'eu-central-1',
    secretName: 'openai',
    accessKeyId: 'AKIAFAKEFAKEFAKE',
    secretAccessKey: 'fake-secret-access-key',
  },
};
/** Every detail that a key can have, so that one which a backup forgets is missed here. */
const DETAILS: Required<Omit<KeyDetails, 'tabId' | 'replaces'>> = {
  recipeId: 'doit',
  name: 'DoiT 2026-11-21',
  permission: 'restricted',
  expiration: '90 days',
  rows: { 'Usage API Scope': 'Read' },
  project: 'Default project',
  organization: 'org-fake',
  trackingId: 'key_fake',
  note: 'for finance',
  tags: ['finance'],
};

type Machine = ReturnType<typeof machine>;
let old: Machine;
let fresh: Machine;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  old = machine('old');
  fresh = machine('fresh');
  await old.vault.create(PASSPHRASE);
  await fresh.vault.create('another long passphrase');
});

describe('a backup', () => {
  it('brings every key with its details, destinations and own recipes to another machine', async () => {
    const first = await old.vault.capture(apiKey('ONE'), { ...DETAILS, tabId: 7 });
    old.clock.time += 1_000;
    const second = await old.vault.capture(apiKey('TWO', 'proj'), { replaces: first.itemId });
    await old.vault.putDestination('aws-1', AWS);
    const recipeId = await old.book.add({ recipe: doit, origin: 'own', addedAt: 1 });

    const { contents, code } = await backupOf(old);
    const file = await writeBackupFile(contents, code);
    const read = await readBackupFile(file, code);

    expect(await fresh.ask('backup/compare', { contents: read })).toEqual({
      madeAt: old.clock.time,
      keys: 2,
      destinations: 1,
      recipes: 1,
      known: 0,
      unreadable: 0,
      differing: [],
    });
    const restored = await fresh.ask('backup/restore', { contents: read });
    expect(restored).toEqual({ keys: 2, destinations: 1, recipes: 1, unreadable: 0 });

    const items = await fresh.vault.items();
    expect(items.map(({ details }) => details)).toEqual([{ replaces: first.itemId }, DETAILS]);
    const before = await old.vault.items();
    expect(items.map(({ createdAt }) => createdAt)).toEqual(before.map((each) => each.createdAt));
    expect(await fresh.vault.reveal(first.itemId)).toBe(apiKey('ONE'));
    expect(await fresh.vault.reveal(second.itemId)).toBe(apiKey('TWO', 'proj'));
    expect(await fresh.vault.readDestination('aws-1')).toEqual(AWS);
    expect((await fresh.book.read()).find(recipeId)?.recipe.product).toBe('DoiT');
  });

  it('asks for the passphrase, and takes no other', async () => {
    await expect(old.ask('backup/make', { passphrase: 'not the passphrase' })).rejects.toThrow(
      'wrong_passphrase',
    );
  });

  it('needs the vault open', async () => {
    await old.vault.lock();
    await expect(backupOf(old)).rejects.toThrow('vault_locked');
  });

  it('has the same code each time, also when two are made at once', async () => {
    const codes = await Promise.all([backupOf(old), backupOf(old)]);
    codes.push(await backupOf(old));
    expect(new Set(codes.map(({ code }) => code)).size).toBe(1);
    expect(readRecoveryCode(codes[0]?.code ?? '').state).toBe('code');
  });

  it('can be made of a vault that can’t be written any more', async () => {
    await old.vault.capture(apiKey('ONE'), {});
    Object.assign(old.db, { write: () => Promise.reject(new KeyferryError('disk_full')) });
    const { code, keys } = await old.recovery.read();
    expect(readRecoveryCode(code).state).toBe('code');
    expect(keys.map(({ key }) => key)).toEqual([apiKey('ONE')]);
  });

  it('has another code for each vault', async () => {
    expect((await backupOf(old)).code).not.toBe((await backupOf(fresh)).code);
  });

  it('holds what was captured while locked, and counts what can’t be read', async () => {
    await old.vault.lock();
    await old.vault.capture(apiKey('LOCKED'), {});
    await old.vault.unlock({ passphrase: PASSPHRASE });
    const { itemId } = await old.vault.capture(apiKey('BROKEN'), {});
    await old.db.write(['records'], async (tx) => {
      const row = await tx.objectStore('records').get(itemId);
      if (row) await tx.objectStore('records').put({ ...row, secret: row.details });
    });
    const { contents } = await backupOf(old);
    expect(contents.keys.map(({ key }) => key)).toEqual([apiKey('LOCKED')]);
    expect(contents.unreadable).toBe(1);
  });
});

describe('restoring', () => {
  it('makes one item of the same key, also when it is called otherwise here, or stands in the file twice', async () => {
    const there = await old.vault.capture(apiKey('SAME'), {});
    await old.vault.capture(apiKey('NEXT'), { replaces: there.itemId });
    const here = await fresh.vault.capture(apiKey('SAME'), { name: 'mine' });
    const { contents } = await backupOf(old);
    const twice = { ...contents, keys: [...contents.keys, ...contents.keys] };

    expect((await fresh.ask('backup/compare', { contents: twice })).keys).toBe(1);
    await fresh.ask('backup/restore', { contents: twice });
    expect((await fresh.ask('backup/restore', { contents })).keys).toBe(0);

    const items = await fresh.vault.items();
    expect(items).toHaveLength(2);
    // What is here stays as it is, and what points at it finds it.
    expect(items.map(({ details }) => details)).toContainEqual({ name: 'mine' });
    expect(items.map(({ details }) => details)).toContainEqual({ replaces: here.itemId });
  });

  it('gives a key another name when its own is taken by another key', async () => {
    const { itemId } = await fresh.vault.capture(apiKey('MINE'), {});
    await old.vault.capture(apiKey('THEIRS'), {});
    const { contents } = await backupOf(old);
    const [key] = contents.keys;
    const clash = { ...contents, keys: [{ ...key, id: itemId }] };
    await fresh.ask('backup/restore', { contents: clash });
    expect(await fresh.vault.reveal(itemId)).toBe(apiKey('MINE'));
    expect(await fresh.vault.items()).toHaveLength(2);
  });

  it('never overwrites a destination that differs without being told to', async () => {
    await old.vault.putDestination('aws-1', AWS);
    const mine = { ...AWS, label: 'Mine' };
    await fresh.vault.putDestination('aws-1', mine);
    const { contents } = await backupOf(old);
    const plan = await fresh.ask('backup/compare', { contents });
    expect(plan.differing).toEqual([{ id: 'aws-1', label: 'AWS prod' }]);
    await fresh.ask('backup/restore', { contents });
    expect(await fresh.vault.readDestination('aws-1')).toEqual(mine);
    await fresh.ask('backup/restore', { contents, overwrite: ['aws-1'] });
    expect(await fresh.vault.readDestination('aws-1')).toEqual(AWS);
    const again = await fresh.ask('backup/compare', { contents });
    expect(again).toMatchObject({ destinations: 0, known: 1, differing: [] });
  });

  it('leaves out what is no key, destination or recipe of ours, and restores the rest', async () => {
    await old.vault.capture(apiKey('GOOD'), {});
    const { contents } = await backupOf(old);
    const odd = {
      ...contents,
      keys: [...contents.keys, null, { id: 'x', key: 'not a key', createdAt: 1, details: {} }],
      destinations: [{ id: 'd', settings: { adapter: 'elsewhere' } }],
      recipes: [{ recipe: { ...doit, portal: 'x' }, origin: 'own', addedAt: 1 }],
    };
    expect(await fresh.ask('backup/compare', { contents: odd })).toMatchObject({
      keys: 1,
      known: 0,
      unreadable: 4,
    });
    const restored = await fresh.ask('backup/restore', { contents: odd });
    expect(restored).toEqual({ keys: 1, destinations: 0, recipes: 0, unreadable: 4 });
  });

  it('puts no recipe in the place of a packaged one, nor under a name that is not its own', async () => {
    const { contents } = await backupOf(old);
    const recipes = [{ recipe: doit, origin: 'imported', addedAt: 1 }];
    await fresh.ask('backup/restore', { contents: { ...contents, recipes } });
    expect(fresh.local.size).toBe(0);
  });

  it('needs the vault open, and a vault', async () => {
    const { contents } = await backupOf(old);
    await fresh.vault.lock();
    await expect(fresh.ask('backup/restore', { contents })).rejects.toThrow('vault_locked');
  });
});

describe('the offer of a backup', () => {
  let count = 0;
  const capture = async (keys: number) => {
    for (let made = 0; made < keys; made += 1)
      await old.vault.capture(apiKey(`K${(count += 1)}`), {});
  };

  it('comes after the first key, goes with a backup, and comes back after five more keys', async () => {
    expect(await offer()).toBe(false);
    await capture(1);
    expect(await offer()).toBe(true);
    await old.ask('backup/saved', {});
    expect(await old.recovery.status()).toEqual({ offer: false, savedAt: old.clock.time });
    await capture(4);
    expect(await offer()).toBe(false);
    await capture(1);
    expect(await offer()).toBe(true);
  });

  it('goes when it is put off, without claiming a backup, and comes back after five more keys', async () => {
    await capture(2);
    await old.ask('backup/put-off', {});
    expect(await old.recovery.status()).toEqual({ offer: false });
    await capture(5);
    expect(await offer()).toBe(true);
  });

  it('comes when what is known of backups was changed on the disk, says so, and a new code is made', async () => {
    await capture(1);
    const before = await backupOf(old);
    await old.ask('backup/saved', {});
    await old.db.write(['meta'], async (tx) => {
      const row = await tx.objectStore('meta').get('recovery');
      await tx.objectStore('meta').put({ ...(row as object), savedAt: 5 }, 'recovery');
    });
    expect(await old.recovery.status()).toEqual({ offer: true, damaged: true });
    expect((await backupOf(old)).code).not.toBe(before.code);
    expect(await old.recovery.status()).toEqual({ offer: true });
  });
});

describe('starting over', () => {
  it('says what is at stake while locked', async () => {
    await old.vault.capture(apiKey('ONE'), {});
    await old.vault.putDestination('aws-1', AWS);
    await old.ask('backup/saved', {});
    await old.vault.lock();
    await old.vault.capture(apiKey('TWO'), {});
    expect(await old.ask('vault/stakes', {})).toEqual({
      keys: 2,
      destinations: 1,
      savedAt: old.clock.time,
    });
  });

  it('leaves nothing of the vault, keeps a key that waits for one, and a new vault works', async () => {
    const { itemId } = await old.vault.capture(apiKey('ONE'), {});
    await old.vault.note(`receipt:${itemId}`, { a: 1 });
    await old.db.verifications.put({ itemId } as never);
    const waiting = { value: apiKey('WAITS'), redacted: 'sk-…', why: 'no-vault' as const };
    await old.memory.change(() => ({ currentKeyId: itemId, held: [waiting] }));
    await old.ask('vault/start-over', { decided: true });

    expect(await old.vault.status()).toBe('missing');
    const database = await indexedDB.databases();
    expect(database.map(({ name }) => name)).toContain('old');
    const counts = await old.db.read(['meta', 'inbox', 'records', 'notes', 'verifications'], (tx) =>
      Promise.all([...tx.objectStoreNames].map((store) => tx.objectStore(store).count())),
    );
    expect(counts).toEqual([0, 0, 0, 0, 0]);
    const { currentKeyId, held } = await old.memory.read();
    expect([currentKeyId, held]).toEqual([undefined, [waiting]]);

    await old.vault.create('a quite new passphrase');
    const again = await old.vault.capture(apiKey('ONE'), {});
    expect(again.known).toBe(false);
    expect(await old.vault.reveal(again.itemId)).toBe(apiKey('ONE'));
  });
});

function backupOf({ ask }: Machine) {
  const passphrase = old?.ask === ask ? PASSPHRASE : 'another long passphrase';
  return ask('backup/make', { passphrase });
}

async function offer(): Promise<boolean> {
  return (await old.recovery.status()).offer;
}
