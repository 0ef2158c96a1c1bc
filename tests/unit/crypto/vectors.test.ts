import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gcmDecrypt, gcmEncrypt, importAesKey } from '@/lib/crypto/aes-gcm';
import { toBase64 } from '@/lib/crypto/base64';
import { hkdf } from '@/lib/crypto/hkdf';
import { mac } from '@/lib/crypto/mac';
import { open } from '@/lib/crypto/open';
import { encodeContext } from '@/lib/crypto/purposes';
import { plainSealTo, publicOf } from './plain-hpke';

interface Vector {
  readonly tcId: number;
  readonly result: 'valid' | 'invalid' | 'acceptable';
  readonly [field: string]: unknown;
}

interface VectorGroup {
  readonly ivSize?: number;
  readonly keySize: number;
  readonly tagSize?: number;
  readonly tests: readonly Vector[];
}

const folder = resolve(import.meta.dirname, '../../../../shared/vectors');
const there = existsSync(folder);
const why = there ? '' : ' (skipped: no shared/vectors beside this repository)';

function read(name: string): readonly VectorGroup[] {
  if (!there) return [];
  const file = JSON.parse(readFileSync(resolve(folder, `${name}.json`), 'utf8')) as {
    testGroups: VectorGroup[];
  };
  return file.testGroups;
}

const hex = (text: unknown) => Uint8Array.from(Buffer.from(String(text), 'hex'));

describe.skipIf(!there)(`Wycheproof${why}`, () => {
  test('AES-256-GCM with 96-bit nonces', async () => {
    const groups = read('aes_gcm').filter((group) => group.ivSize === 96 && group.keySize === 256);
    const vectors = groups.flatMap((group) => group.tests);
    expect(vectors.length).toBeGreaterThan(20);
    for (const { tcId, result, ...vector } of vectors) {
      const key = await importAesKey(hex(vector['key']));
      const [iv, aad, message] = [hex(vector['iv']), hex(vector['aad']), hex(vector['msg'])];
      const ciphertext = hex(`${String(vector['ct'])}${String(vector['tag'])}`);
      const opened = await gcmDecrypt(key, iv, ciphertext, aad).catch(() => 'refused');
      expect(opened, `vector ${tcId}`).toEqual(result === 'valid' ? message : 'refused');
      if (result !== 'valid') continue;
      expect(await gcmEncrypt(key, iv, message, aad), `vector ${tcId}`).toEqual(ciphertext);
    }
  });

  test('HKDF-SHA-256', async () => {
    const vectors = read('hkdf_sha256').flatMap((group) => group.tests);
    expect(vectors.length).toBeGreaterThan(20);
    for (const { tcId, result, size, ...vector } of vectors) {
      const made = hkdf(hex(vector['ikm']), hex(vector['salt']), hex(vector['info']), Number(size));
      const okm = await made.catch(() => 'refused');
      expect(okm, `vector ${tcId}`).toEqual(result === 'valid' ? hex(vector['okm']) : 'refused');
    }
  });

  test('X25519: what is sealed with the vector’s shared secret opens, unless that is all zero', async () => {
    const vectors = read('x25519').flatMap((group) => group.tests);
    expect(vectors.length).toBeGreaterThan(500);
    const [message, vaultId, context] = [hex('c0ffee'), 'vault', ['id']] as const;
    const info = encodeContext('keyferry/inbox/v1', [vaultId]);
    const aad = encodeContext('keyferry/inbox/v1', context);
    for (const { tcId, ...vector } of vectors) {
      const [enc, privateKey] = [hex(vector['public']), hex(vector['private'])];
      const shared = hex(vector['shared']);
      const ct = plainSealTo('aes-256-gcm', shared, enc, privateKey, message, { info, aad });
      const pair = { publicKey: toBase64(publicOf(privateKey)), privateKey: toBase64(privateKey) };
      const sealed = { v: 1 as const, enc: toBase64(enc), ct: toBase64(ct) };
      const opened = open(pair, sealed, 'keyferry/inbox/v1', vaultId, context);
      // RFC 9180 §7.1.4: an all-zero result must be refused.
      const wanted = shared.some((byte) => byte !== 0) ? message : 'refused';
      expect(await opened.catch(() => 'refused'), `vector ${tcId}`).toEqual(wanted);
    }
  });

  test('HMAC-SHA-256, and ours is that of the encoded context', () => {
    const groups = read('hmac_sha256');
    expect(groups.length).toBeGreaterThan(3);
    for (const { tagSize = 256, tests } of groups) {
      for (const { tcId, result, ...vector } of tests) {
        const tag = hmac(sha256, hex(vector['key']), hex(vector['msg'])).subarray(0, tagSize / 8);
        const isSame = Buffer.from(tag).toString('hex') === vector['tag'];
        expect(isSame, `vector ${tcId}`).toBe(result === 'valid');
        const key = hex(vector['key']);
        const context = [String(vector['msg']), tcId];
        const wanted = createHmac('sha256', key)
          .update(encodeContext('keyferry/header/v1', context))
          .digest();
        expect(wanted.equals(mac(key, 'keyferry/header/v1', context))).toBe(true);
      }
    }
  });
});
