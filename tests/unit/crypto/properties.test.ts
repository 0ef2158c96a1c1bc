import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importAesKey } from '@/lib/crypto/aes-gcm';
import type { Bytes } from '@/lib/crypto/base64';
import { decrypt } from '@/lib/crypto/decrypt';
import { encrypt } from '@/lib/crypto/encrypt';
import { generateKeyPair } from '@/lib/crypto/key-pair';
import { open } from '@/lib/crypto/open';
import { encodeContext, type Context, type Purpose } from '@/lib/crypto/purposes';
import { seal } from '@/lib/crypto/seal';

const RUNS = { numRuns: 100 };
const NONCES = 20_000;

const anyBytes = fc.uint8Array({ maxLength: 300 }) as fc.Arbitrary<Bytes>;
const anyPurpose = fc.constantFrom<Purpose>(
  'keyferry/inbox/v1',
  'keyferry/note/v1',
  'keyferry/record/v1',
  'keyferry/destination/v1',
  'keyferry/key-pair/v1',
  'keyferry/vault-key/v1',
);
const anyContext: fc.Arbitrary<Context> = fc.array(
  fc.oneof(fc.string({ unit: 'binary' }), fc.integer()),
  { maxLength: 5 },
);
/** Where something is put, and where it is looked for. */
const twoPlaces = fc
  .tuple(anyPurpose, anyContext, anyPurpose, anyContext)
  .filter(
    ([one, here, other, there]) => one !== other || JSON.stringify(here) !== JSON.stringify(there),
  );
const damaged = { code: 'vault_damaged' };

describe('whatever is encrypted', () => {
  test('is given back, and opens nowhere else', async () => {
    const key = await importAesKey(crypto.getRandomValues(new Uint8Array(32)));
    await fc.assert(
      fc.asyncProperty(anyBytes, twoPlaces, async (bytes, [purpose, context, other, elsewhere]) => {
        const made = await encrypt(key, bytes, purpose, context);
        expect(await decrypt(key, made, purpose, context)).toEqual(bytes);
        await expect(decrypt(key, made, other, elsewhere)).rejects.toMatchObject(damaged);
      }),
      RUNS,
    );
  });

  test(`is under a nonce of its own, ${NONCES} times`, async () => {
    const key = await importAesKey(crypto.getRandomValues(new Uint8Array(32)));
    const bytes = new Uint8Array(1);
    const made = await Promise.all(
      Array.from({ length: NONCES }, () => encrypt(key, bytes, 'keyferry/record/v1', [])),
    );
    expect(new Set(made.map(({ iv }) => iv)).size).toBe(NONCES);
  });
});

test('whatever is sealed is given back, opens nowhere else, and shares nothing with another seal', async () => {
  const pair = await generateKeyPair();
  await fc.assert(
    fc.asyncProperty(anyBytes, twoPlaces, async (bytes, [purpose, context, other, elsewhere]) => {
      const made = await seal(pair.publicKey, bytes, purpose, 'vault', context);
      const again = await seal(pair.publicKey, bytes, purpose, 'vault', context);
      expect(await open(pair, made, purpose, 'vault', context)).toEqual(bytes);
      expect(again.enc).not.toBe(made.enc);
      expect(again.ct).not.toBe(made.ct);
      await expect(open(pair, made, other, 'vault', elsewhere)).rejects.toMatchObject(damaged);
      await expect(open(pair, made, purpose, 'vault2', context)).rejects.toMatchObject(damaged);
    }),
    RUNS,
  );
});

test('no two places have the same context', () => {
  fc.assert(
    fc.property(twoPlaces, ([purpose, context, other, elsewhere]) => {
      expect(encodeContext(purpose, context)).not.toEqual(encodeContext(other, elsewhere));
    }),
    { numRuns: 1_000 },
  );
});
