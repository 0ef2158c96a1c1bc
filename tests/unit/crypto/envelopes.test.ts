import { describe, expect, test } from 'vitest';
import { importAesKey } from '@/lib/crypto/aes-gcm';
import { fromBase64, toBase64 } from '@/lib/crypto/base64';
import { decrypt } from '@/lib/crypto/decrypt';
import { encrypt } from '@/lib/crypto/encrypt';
import { generateKeyPair } from '@/lib/crypto/key-pair';
import { open } from '@/lib/crypto/open';
import { encodeContext } from '@/lib/crypto/purposes';
import { seal } from '@/lib/crypto/seal';
import { unwrap } from '@/lib/crypto/unwrap';
import { wrap } from '@/lib/crypto/wrap';
import { flip } from '../vault/damage';

const bytes = new TextEncoder().encode('what nobody may read');
const freshKey = () => importAesKey(crypto.getRandomValues(new Uint8Array(32)));
const damaged = { code: 'vault_damaged' };

test('base64 gives back every byte', () => {
  const all = Uint8Array.from({ length: 256 }, (_, index) => index);
  expect(fromBase64(toBase64(all))).toEqual(all);
  expect(toBase64(all)).toBe(Buffer.from(all).toString('base64'));
});

test('a context keeps its parts apart', () => {
  const one = encodeContext('keyferry/record/v1', ['a', 'bc']);
  const other = encodeContext('keyferry/record/v1', ['ab', 'c']);
  expect(one).not.toEqual(other);
});

describe('encrypt and decrypt', () => {
  test('give back what they were given, under a new nonce each time', async () => {
    const key = await freshKey();
    const one = await encrypt(key, bytes, 'keyferry/record/v1', ['id', 1]);
    const other = await encrypt(key, bytes, 'keyferry/record/v1', ['id', 1]);
    expect(await decrypt(key, one, 'keyferry/record/v1', ['id', 1])).toEqual(bytes);
    expect(one.iv).not.toBe(other.iv);
    expect(fromBase64(one.iv)).toHaveLength(12);
  });

  test('another purpose, context or key never opens', async () => {
    const key = await freshKey();
    const made = await encrypt(key, bytes, 'keyferry/record/v1', ['id', 1]);
    const wrong = [
      decrypt(key, made, 'keyferry/destination/v1', ['id', 1]),
      decrypt(key, made, 'keyferry/record/v1', ['id', 2]),
      decrypt(key, made, 'keyferry/record/v1', ['id', '1']),
      decrypt(await freshKey(), made, 'keyferry/record/v1', ['id', 1]),
    ];
    await Promise.all(wrong.map((each) => expect(each).rejects.toMatchObject(damaged)));
  });

  test.each(['v', 'iv', 'ct'] as const)('a change of %s is damage', async (field) => {
    const key = await freshKey();
    const made = await encrypt(key, bytes, 'keyferry/record/v1', []);
    for (const bad of [flip(made[field]), undefined]) {
      const changed = { ...made, [field]: bad } as typeof made;
      await expect(decrypt(key, changed, 'keyferry/record/v1', [])).rejects.toMatchObject(damaged);
    }
  });
});

describe('wrap and unwrap', () => {
  test('give back the key; another wrapping key or context is a wrong passphrase', async () => {
    const key = await freshKey();
    const wrapped = await wrap(key, bytes, ['vault']);
    expect(await unwrap(key, wrapped, ['vault'])).toEqual(bytes);
    const wrong = { code: 'wrong_passphrase' };
    await expect(unwrap(await freshKey(), wrapped, ['vault'])).rejects.toMatchObject(wrong);
    await expect(unwrap(key, wrapped, ['other'])).rejects.toMatchObject(wrong);
  });
});

describe('seal and open', () => {
  test('give back what they were given', async () => {
    const pair = await generateKeyPair();
    const sealed = await seal(pair.publicKey, bytes, 'keyferry/inbox/v1', 'vault', ['id']);
    expect(await open(pair, sealed, 'keyferry/inbox/v1', 'vault', ['id'])).toEqual(bytes);
  });

  test('need nothing that the oldest supported browsers lack', async () => {
    const young = crypto.subtle as SubtleCrypto & { getPublicKey?: unknown };
    const { getPublicKey } = young;
    young.getPublicKey = undefined;
    try {
      const pair = await generateKeyPair();
      const sealed = await seal(pair.publicKey, bytes, 'keyferry/inbox/v1', 'vault', []);
      expect(await open(pair, sealed, 'keyferry/inbox/v1', 'vault', [])).toEqual(bytes);
    } finally {
      young.getPublicKey = getPublicKey;
    }
  });

  test('another purpose, vault, context or key never opens', async () => {
    const pair = await generateKeyPair();
    const other = await generateKeyPair();
    const sealed = await seal(pair.publicKey, bytes, 'keyferry/inbox/v1', 'vault', ['id']);
    const wrong = [
      open(pair, sealed, 'keyferry/note/v1', 'vault', ['id']),
      open(pair, sealed, 'keyferry/inbox/v1', 'other', ['id']),
      open(pair, sealed, 'keyferry/inbox/v1', 'vault', ['other']),
      open(other, sealed, 'keyferry/inbox/v1', 'vault', ['id']),
    ];
    await Promise.all(wrong.map((each) => expect(each).rejects.toMatchObject(damaged)));
  });

  test.each(['v', 'enc', 'ct'] as const)('a change of %s is damage', async (field) => {
    const pair = await generateKeyPair();
    const sealed = await seal(pair.publicKey, bytes, 'keyferry/inbox/v1', 'vault', []);
    const changed = { ...sealed, [field]: flip(sealed[field]) } as typeof sealed;
    await expect(open(pair, changed, 'keyferry/inbox/v1', 'vault', [])).rejects.toMatchObject(
      damaged,
    );
  });
});
