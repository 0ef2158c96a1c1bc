import { beforeEach, describe, expect, test } from 'vitest';
import { KDF_FLOOR } from '@/lib/crypto/kdf-parameters';
import { readApiKey } from '@/lib/domain/api-key';
import { openVaultDb } from '@/lib/vault/db';
import type { Vault } from '@/lib/vault/vault';
import { fakeApiKey } from '../fake-api-key';
import { fakeKey } from '../fake-key';
import { damage, leaves } from './damage';
import { readHeader, writeFirstHeader } from './first-header';
import { dump, makeBrowser, PASSPHRASE, tamperHeader } from './harness';

const NEXT = 'five ladders lean on clouds';
const old = { passphrase: PASSPHRASE };
const next = { passphrase: NEXT };
let browser: ReturnType<typeof makeBrowser>;
let vault: Vault;
let itemId: string;

/** A passkey that always computes these bytes. */
const passkey = (byte: number) => ({
  credentialId: Buffer.alloc(20, byte).toString('base64'),
  salt: Buffer.alloc(32, byte).toString('base64'),
  prf: Buffer.alloc(32, byte + 100).toString('base64'),
});

beforeEach(async () => {
  browser = makeBrowser();
  vault = browser.start();
  await vault.create(PASSPHRASE);
  ({ itemId } = await vault.capture(fakeApiKey('admin'), {}));
  await vault.putDestination('aws', { secretAccessKey: 'FAKE' });
});

/** Everything but the header: what a change of the ways in must not touch. */
async function others() {
  const all = await dump();
  return { ...all, meta: all['meta']?.filter(({ key }) => !key.startsWith('header')) };
}

async function opens(): Promise<void> {
  expect(await vault.reveal(itemId)).toBe(fakeKey('admin'));
}

describe('the passphrase', () => {
  test('is changed with the old one, and no row of a record changes a byte', async () => {
    const before = await others();
    await vault.changePassphrase(old, NEXT);
    expect(await others()).toEqual(before);
    expect(await vault.status()).toBe('unlocked');
    await vault.lock();
    await expect(vault.unlock(old)).rejects.toThrow('wrong_passphrase');
    await vault.unlock(next);
    await opens();
  });

  test('is not changed with a wrong old one, which counts as a try, nor to a weak one', async () => {
    const header = await readHeader();
    await expect(vault.changePassphrase(old, 'password123')).rejects.toThrow('weak_passphrase');
    for (let count = 0; count < 5; count++) {
      await expect(
        vault.changePassphrase({ passphrase: 'not the passphrase' }, NEXT),
      ).rejects.toThrow('wrong_passphrase');
    }
    await expect(vault.changePassphrase(old, NEXT)).rejects.toThrow('too_many_tries');
    expect(await readHeader()).toEqual(header);
  });

  test('costs more when ours has risen, and no row of a record changes a byte', async () => {
    await vault.addPasskey(old, passkey(1));
    await vault.lock();
    const before = await others();
    const raised = { ...KDF_FLOOR, passes: 3 };
    await browser.start(openVaultDb(), raised).unlock(old);
    expect(await readHeader()).toMatchObject({
      wraps: [{ kind: 'passphrase', kdf: raised }, { kind: 'passkey' }],
    });
    expect(await others()).toEqual(before);
    await vault.unlock({ prf: passkey(1).prf });
    await opens();
  });

  test('changed in two places at once: one is told, and the vault opens with the other', async () => {
    const both = await Promise.allSettled([
      vault.changePassphrase(old, NEXT),
      browser.start().changePassphrase(old, 'six otters borrow a drum'),
    ]);
    const failed = both.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(failed).toEqual([expect.objectContaining({ code: 'vault_changed' })]);
    const winner = both[0].status === 'fulfilled' ? NEXT : 'six otters borrow a drum';
    await vault.unlock({ passphrase: winner });
    await opens();
  });
});

describe('a passkey', () => {
  test('opens the vault beside the passphrase, and touches no record', async () => {
    const before = await others();
    await vault.addPasskey(old, passkey(1));
    await vault.addPasskey({ prf: passkey(1).prf }, passkey(2));
    expect(await others()).toEqual(before);
    for (const proof of [{ prf: passkey(2).prf }, { prf: passkey(1).prf }, old]) {
      await vault.lock();
      await vault.unlock(proof);
      await opens();
    }
  });

  test('proves who is there, as the passphrase does', async () => {
    await vault.addPasskey(old, passkey(1));
    await vault.lock();
    await vault.reauthenticate({ prf: passkey(1).prf });
    expect(await vault.status()).toBe('locked');
  });

  test('stays when the passphrase is changed', async () => {
    await vault.addPasskey(old, passkey(1));
    await vault.changePassphrase(old, NEXT);
    await vault.lock();
    await vault.unlock({ prf: passkey(1).prf });
    await opens();
  });

  test('is named without its secret, also while locked', async () => {
    await vault.addPasskey(old, passkey(1));
    await vault.lock();
    const { prf, ...named } = passkey(1);
    const { time: createdAt } = browser.clock;
    expect(await vault.passkeys()).toEqual([{ id: expect.any(String), createdAt, ...named }]);
    expect(JSON.stringify(await dump())).not.toContain(prf);
  });

  test('is taken away by whoever proves to be there, and opens nothing then', async () => {
    await vault.addPasskey(old, passkey(1));
    await vault.addPasskey(old, passkey(2));
    const [first] = await vault.passkeys();
    const id = first?.id ?? '';
    const wrong = { passphrase: 'not the passphrase' };
    await expect(vault.removePasskey(wrong, id)).rejects.toThrow('wrong_passphrase');
    await vault.removePasskey(old, id);
    await expect(vault.removePasskey(old, id)).rejects.toThrow('unknown_passkey');
    await vault.lock();
    await expect(vault.unlock({ prf: passkey(1).prf })).rejects.toThrow('wrong_passkey');
    await vault.unlock({ prf: passkey(2).prf });
    await opens();
  });

  test('never takes the passphrase’s place: that way in can’t be removed', async () => {
    await vault.addPasskey(old, passkey(1));
    const { wraps } = (await readHeader()) as { wraps: { id: string }[] };
    for (const { id } of wraps) await vault.removePasskey(old, id).catch(() => {});
    expect(await readHeader()).toMatchObject({ wraps: [{ kind: 'passphrase' }] });
    await vault.lock();
    await vault.unlock(old);
    await opens();
  });

  test.each(['', 'no base64!', Buffer.alloc(31).toString('base64'), passkey(9).prf])(
    'that computes %j opens nothing, and counts as a try',
    async (prf) => {
      await vault.addPasskey(old, passkey(1));
      await vault.lock();
      for (let count = 0; count < 5; count++) {
        await expect(vault.unlock({ prf })).rejects.toThrow('wrong_passkey');
      }
      await expect(vault.unlock(old)).rejects.toThrow('too_many_tries');
    },
  );

  test('added twice is one way in, and eleven are too many', async () => {
    await vault.addPasskey(old, passkey(0));
    for (let count = 0; count < 10; count++) await vault.addPasskey(old, passkey(count));
    expect(await vault.passkeys()).toHaveLength(10);
    await expect(vault.addPasskey(old, passkey(10))).rejects.toThrow('too_many_passkeys');
  });

  test('a change of any field of its wrap is seen', async () => {
    await vault.addPasskey(old, passkey(1));
    await vault.lock();
    const header = await readHeader();
    const fields = leaves(header).filter((path) => path.startsWith('wraps.1.'));
    expect(fields).toContain('wraps.1.salt');
    for (const path of fields) {
      await tamperHeader(damage(header, path));
      const opened = vault.unlock({ prf: passkey(1).prf });
      await expect(opened, path).rejects.toThrow(/vault_damaged|too_many_tries/);
      await tamperHeader(header);
      browser.clock.time += 2 * 60 * 60_000;
    }
    await vault.unlock({ prf: passkey(1).prf });
  });
});

describe('a header of the first version', () => {
  beforeEach(async () => {
    await writeFirstHeader(browser, PASSPHRASE);
    await vault.lock();
  });

  test('opens, and is written as ours with the same records', async () => {
    const before = await others();
    await expect(vault.unlock(next)).rejects.toThrow('wrong_passphrase');
    await vault.unlock(old);
    await opens();
    expect(await readHeader()).toMatchObject({ v: 2, wraps: [{ kind: 'passphrase' }] });
    expect(await readHeader()).not.toHaveProperty('kdf');
    expect(await others()).toEqual(before);
    await vault.lock();
    await vault.unlock(old);
    await opens();
  });

  test('captures while locked, and has no passkeys', async () => {
    expect(await vault.passkeys()).toEqual([]);
    await expect(vault.unlock({ prf: passkey(1).prf })).rejects.toThrow('wrong_passkey');
    const reading = readApiKey(fakeKey('proj'));
    if (reading.state === 'key') await vault.capture(reading.key, {});
    expect(await vault.sealedWhileLocked()).toBe(1);
  });

  test('a change of any of its fields is seen', async () => {
    const header = await readHeader();
    for (const path of leaves(header).filter((name) => !name.startsWith('sealingKey'))) {
      await tamperHeader(damage(header, path), 'first');
      await expect(vault.unlock(old), path).rejects.toThrow('vault_damaged');
      browser.clock.time += 2 * 60 * 60_000;
    }
  });
});
