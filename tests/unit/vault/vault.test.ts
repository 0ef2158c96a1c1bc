import { beforeEach, describe, expect, test, vi } from 'vitest';
import { KDF_FLOOR } from '@/lib/crypto/kdf-parameters';
import { redact } from '@/lib/domain/api-key';
import { openVaultDb } from '@/lib/vault/db';
import type { Vault } from '@/lib/vault/vault';
import { fakeApiKey } from '../fake-api-key';
import { dump, makeBrowser, PASSPHRASE } from './harness';

const KEY = fakeApiKey('admin');
let browser: ReturnType<typeof makeBrowser>;
let vault: Vault;

beforeEach(() => {
  browser = makeBrowser();
  vault = browser.start();
});

describe('set-up and unlocking', () => {
  test('missing, unlocked, locked, unlocked', async () => {
    expect(await vault.status()).toBe('missing');
    await vault.create(PASSPHRASE);
    expect(await vault.status()).toBe('unlocked');
    await vault.lock();
    expect(await vault.status()).toBe('locked');
    await vault.unlock({ passphrase: PASSPHRASE });
    expect(await vault.status()).toBe('unlocked');
  });

  test('survives the death of the worker in either state', async () => {
    await vault.create(PASSPHRASE);
    expect(await browser.start().status()).toBe('unlocked');
    await vault.lock();
    expect(await browser.start().status()).toBe('locked');
  });

  test('is set up once', async () => {
    await vault.create(PASSPHRASE);
    await expect(vault.create('another long passphrase')).rejects.toThrow('vault_exists');
    await expect(vault.unlock({ passphrase: 'another long passphrase' })).rejects.toThrow(
      'wrong_passphrase',
    );
  });

  test('two set-ups at once make one vault', async () => {
    const both = await Promise.allSettled([vault.create(PASSPHRASE), vault.create(PASSPHRASE)]);
    expect(both.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { itemId } = await vault.capture(KEY, {});
    expect(await vault.reveal(itemId)).toBe(KEY);
  });

  test.each([
    'short',
    '123456789',
    'Password123',
    '1234567890',
    'aaaaaaaaaaaaaaaa',
    ' '.repeat(20),
  ])('refuses %j', async (weak) => {
    await expect(vault.create(weak)).rejects.toThrow('weak_passphrase');
    expect(await vault.status()).toBe('missing');
  });

  test('a wrong passphrase, of any length, does not open it', async () => {
    await expect(vault.unlock({ passphrase: PASSPHRASE })).rejects.toThrow('vault_missing');
    await vault.create(PASSPHRASE);
    await vault.lock();
    for (const wrong of ['x', `${PASSPHRASE} `, PASSPHRASE.toUpperCase()]) {
      await expect(vault.unlock({ passphrase: wrong })).rejects.toThrow('wrong_passphrase');
    }
    expect(await vault.status()).toBe('locked');
  });

  test('wraps the vault anew when our cost has risen', async () => {
    await vault.create(PASSPHRASE);
    const { itemId } = await vault.capture(KEY, {});
    await vault.lock();
    const raised = { ...KDF_FLOOR, passes: 3 };
    await browser.start(openVaultDb(), raised).unlock({ passphrase: PASSPHRASE });
    const header = (await dump())['meta']?.find(({ key }) => key === 'header')?.value;
    expect(header).toMatchObject({ wraps: [{ kind: 'passphrase', kdf: raised }] });
    await vault.lock();
    await vault.unlock({ passphrase: PASSPHRASE });
    expect(await vault.reveal(itemId)).toBe(KEY);
  });
});

describe('asking again', () => {
  test('the right passphrase is taken, open or locked, and neither opens nor extends', async () => {
    await expect(vault.reauthenticate({ passphrase: PASSPHRASE })).rejects.toThrow('vault_missing');
    await vault.create(PASSPHRASE);
    const deadline = await vault.deadline();
    browser.clock.time += 60_000;
    await vault.reauthenticate({ passphrase: PASSPHRASE });
    expect(await vault.deadline()).toBe(deadline);
    await vault.lock();
    await vault.reauthenticate({ passphrase: PASSPHRASE });
    expect(await vault.status()).toBe('locked');
  });

  test('wrong ones count like those of the unlock, and a right one forgets them', async () => {
    await vault.create(PASSPHRASE);
    const wrong = { passphrase: 'not the passphrase' };
    for (let count = 0; count < 4; count++) {
      await expect(vault.reauthenticate(wrong)).rejects.toThrow('wrong_passphrase');
    }
    await vault.reauthenticate({ passphrase: PASSPHRASE });
    for (let count = 0; count < 5; count++) {
      await expect(vault.reauthenticate(wrong)).rejects.toThrow('wrong_passphrase');
    }
    await expect(vault.reauthenticate(wrong)).rejects.toThrow('too_many_tries');
    await expect(vault.unlock({ passphrase: PASSPHRASE })).rejects.toThrow('too_many_tries');
  });
});

describe('too many tries', () => {
  const wrong = 'not the passphrase';

  beforeEach(async () => {
    await vault.create(PASSPHRASE);
    await vault.lock();
    for (let count = 0; count < 5; count++) {
      await expect(vault.unlock({ passphrase: wrong })).rejects.toThrow('wrong_passphrase');
    }
  });

  test('after five wrong ones even the right one waits, also in a new worker', async () => {
    const refused = { code: 'too_many_tries', words: ['30'] };
    await expect(browser.start().unlock({ passphrase: PASSPHRASE })).rejects.toMatchObject(refused);
    browser.clock.time += 30_000;
    await vault.unlock({ passphrase: PASSPHRASE });
    await expect(vault.unlock({ passphrase: wrong })).rejects.toThrow('wrong_passphrase');
  });

  test('the wait grows, and a clock set back does not make it longer', async () => {
    browser.clock.time += 30_000;
    await expect(vault.unlock({ passphrase: wrong })).rejects.toThrow('wrong_passphrase');
    browser.clock.time -= 24 * 60 * 60_000;
    await expect(vault.unlock({ passphrase: PASSPHRASE })).rejects.toMatchObject({ words: ['60'] });
  });

  test('capture goes on', async () => {
    expect(await vault.capture(KEY, {})).toMatchObject({ known: false });
  });
});

describe('capture', () => {
  test('needs a vault', async () => {
    await expect(vault.capture(KEY, {})).rejects.toThrow('vault_missing');
    expect(await vault.knows(KEY)).toBe(false);
  });

  test.each(['unlocked', 'locked'])('gives the key back whole when %s', async (state) => {
    await vault.create(PASSPHRASE);
    if (state === 'locked') await vault.lock();
    const details = { recipeId: 'doit', name: 'doit-costs', rows: { Usage: 'Read' }, tabId: 3 };
    const captured = await vault.capture(KEY, details);
    expect(captured).toMatchObject({ kind: 'admin', redacted: redact(KEY), known: false });
    expect(await vault.knows(KEY)).toBe(true);
    expect(await vault.sealedWhileLocked()).toBe(state === 'locked' ? 1 : 0);
    await vault.unlock({ passphrase: PASSPHRASE });
    expect(await vault.sealedWhileLocked()).toBe(0);
    const item = { id: captured.itemId, kind: 'admin', redacted: redact(KEY), details };
    expect(await vault.items()).toEqual([{ ...item, createdAt: browser.clock.time }]);
    expect(await vault.item(captured.itemId)).toMatchObject(item);
    expect(await vault.reveal(captured.itemId)).toBe(KEY);
  });

  test('the same key is the same item, sealed or opened', async () => {
    await vault.create(PASSPHRASE);
    await vault.lock();
    const first = await vault.capture(KEY, { tabId: 1 });
    expect(await vault.capture(KEY, { tabId: 2 })).toEqual({ ...first, known: true });
    await vault.unlock({ passphrase: PASSPHRASE });
    expect(await vault.capture(KEY, {})).toEqual({ ...first, known: true });
    expect(await vault.items()).toHaveLength(1);
  });

  test.each(['unlocked', 'locked'])(
    'of one key in many places at once is one item when %s',
    async (state) => {
      await vault.create(PASSPHRASE);
      if (state === 'locked') await vault.lock();
      const places = Array.from({ length: 8 }, (_, tabId) =>
        browser.start().capture(KEY, { tabId }),
      );
      const captured = await Promise.all(places);
      expect(new Set(captured.map((each) => each.itemId)).size).toBe(1);
      expect(captured.filter((each) => !each.known)).toHaveLength(1);
      await vault.unlock({ passphrase: PASSPHRASE });
      expect(await vault.items()).toHaveLength(1);
    },
  );

  test('one tab leaves at most ten keys unopened; other tabs are not kept from it', async () => {
    await vault.create(PASSPHRASE);
    await vault.lock();
    for (let count = 0; count < 10; count++) {
      await vault.capture(fakeApiKey('proj', `a${count}`), { tabId: 1 });
    }
    await expect(vault.capture(KEY, { tabId: 1 })).rejects.toThrow('inbox_full');
    await vault.capture(KEY, { tabId: 2 });
    await vault.unlock({ passphrase: PASSPHRASE });
    await vault.capture(fakeApiKey('proj', 'b'), { tabId: 1 });
    expect(await vault.items()).toHaveLength(12);
  });

  test('commits strictly before it says so', async () => {
    await vault.create(PASSPHRASE);
    await vault.lock();
    const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await vault.capture(KEY, {});
    const writes = begun.mock.calls.filter(([, mode]) => mode === 'readwrite');
    begun.mockRestore();
    expect(writes.map(([, , options]) => options)).toEqual([{ durability: 'strict' }]);
    expect(writes[0]?.[0]).toContain('inbox');
  });

  test('newest first, each of its own kind', async () => {
    await vault.create(PASSPHRASE);
    for (const prefix of ['admin', 'proj', 'svcacct', ''] as const) {
      browser.clock.time += 1000;
      await vault.capture(fakeApiKey(prefix), {});
    }
    const kinds = (await vault.items()).map((item) => item.kind);
    expect(kinds).toEqual(['legacy', 'service-account', 'project', 'admin']);
  });
});

describe('notes and destinations', () => {
  test('a note is written locked and read unlocked', async () => {
    await vault.create(PASSPHRASE);
    await vault.lock();
    await vault.note('receipt:1', { reference: 'form' });
    await vault.note('receipt:1', { reference: 'other form' });
    await expect(vault.readNote('receipt:1')).rejects.toThrow('vault_locked');
    await vault.unlock({ passphrase: PASSPHRASE });
    expect(await vault.readNote('receipt:1')).toEqual({ reference: 'other form' });
    expect(await vault.readNote('receipt:2')).toBeUndefined();
  });

  test('a destination is kept, changed and forgotten, unlocked only', async () => {
    await vault.create(PASSPHRASE);
    await vault.putDestination('aws', { secretAccessKey: 'one' });
    await vault.putDestination('aws', { secretAccessKey: 'two' });
    expect(await vault.destinationIds()).toEqual(['aws']);
    expect(await vault.readDestination('aws')).toEqual({ secretAccessKey: 'two' });
    await vault.lock();
    await expect(vault.readDestination('aws')).rejects.toThrow('vault_locked');
    await expect(vault.destinationIds()).rejects.toThrow('vault_locked');
    await vault.unlock({ passphrase: PASSPHRASE });
    await vault.removeDestination('aws');
    expect(await vault.destinationIds()).toEqual([]);
    expect(await vault.readDestination('aws')).toBeUndefined();
  });
});

test('locked: nothing is read; absent: nothing is made up', async () => {
  await expect(vault.items()).rejects.toThrow('vault_missing');
  await vault.create(PASSPHRASE);
  await expect(vault.reveal('no such item')).rejects.toThrow('unknown_item');
  expect(await vault.item('no such item')).toBeUndefined();
  const { itemId } = await vault.capture(KEY, {});
  await vault.lock();
  for (const read of [() => vault.items(), () => vault.item(itemId), () => vault.reveal(itemId)]) {
    await expect(read()).rejects.toThrow('vault_locked');
  }
});
