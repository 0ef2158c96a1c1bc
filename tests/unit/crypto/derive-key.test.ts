import { describe, expect, test } from 'vitest';
import { loadArgon2id } from '@/lib/crypto/argon2id';
import { deriveKey } from '@/lib/crypto/derive-key';
import { KDF_COST, KDF_FLOOR, type KdfParameters } from '@/lib/crypto/kdf-parameters';
import { unwrap } from '@/lib/crypto/unwrap';
import { wrap } from '@/lib/crypto/wrap';

const floor: KdfParameters = {
  name: 'argon2id',
  ...KDF_FLOOR,
  salt: Buffer.alloc(16, 7).toString('base64'),
};
const secret = new Uint8Array(32).fill(9);

const never = () => Promise.reject(new Error('must not be loaded'));

test('Argon2id is that of RFC 9106 §5.3', async () => {
  const argon2id = await loadArgon2id();
  const tag = argon2id({
    password: new Uint8Array(32).fill(1),
    salt: new Uint8Array(16).fill(2),
    secret: new Uint8Array(8).fill(3),
    ad: new Uint8Array(12).fill(4),
    memorySize: 32,
    passes: 3,
    parallelism: 4,
    tagLength: 32,
  });
  expect(Buffer.from(tag).toString('hex')).toBe(
    '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659',
  );
});

test('new vaults cost what the design says', () => {
  expect(KDF_COST).toEqual({ memory: 65_536, passes: 3, parallelism: 1 });
});

describe('the derived key', () => {
  test('depends on passphrase, salt and vault, and on nothing else', async () => {
    const wrapped = await wrap(await deriveKey('a long passphrase', floor, 'vault'), secret, []);
    const again = await deriveKey('a long passphrase', floor, 'vault');
    expect(await unwrap(again, wrapped, [])).toEqual(secret);
    const others = [
      deriveKey('a long passphrasf', floor, 'vault'),
      deriveKey('a long passphrase', floor, 'other'),
      deriveKey('a long passphrase', { ...floor, salt: btoa('sixteen bytes...') }, 'vault'),
      deriveKey('a long passphrase', { ...floor, passes: 3 }, 'vault'),
    ];
    for (const other of others) {
      await expect(unwrap(await other, wrapped, [])).rejects.toThrow('wrong_passphrase');
    }
  });

  test('is the same however the passphrase was composed', async () => {
    const wrapped = await wrap(await deriveKey('caf\u00e9 au lait', floor, 'vault'), secret, []);
    const composed = await deriveKey('cafe\u0301 au lait', floor, 'vault');
    expect(await unwrap(composed, wrapped, [])).toEqual(secret);
  });

  test("can't be read", async () => {
    const key = await deriveKey('a long passphrase', floor, 'vault');
    expect(key.extractable).toBe(false);
  });

  test('a passphrase that is too short for any vault is a wrong one', async () => {
    await expect(deriveKey('short', floor, 'vault')).rejects.toThrow('wrong_passphrase');
  });
});

test.each([
  { memory: KDF_FLOOR.memory - 1 },
  { passes: 1 },
  { parallelism: 0 },
  { memory: 4 * 1024 * 1024 },
  { passes: 2.5 },
  { name: 'pbkdf2' },
])('parameters that we never write are refused: %o', async (changed) => {
  const parameters = { ...floor, ...changed } as KdfParameters;
  await expect(deriveKey('a long passphrase', parameters, 'vault', never)).rejects.toMatchObject({
    code: 'vault_damaged',
  });
});
