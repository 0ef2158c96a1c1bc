import { AEAD_AES_128_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from 'hpke';
import { describe, expect, test } from 'vitest';
import { toBase64 } from '@/lib/crypto/base64';
import { generateKeyPair } from '@/lib/crypto/key-pair';
import { open } from '@/lib/crypto/open';
import { encodeContext } from '@/lib/crypto/purposes';
import { seal } from '@/lib/crypto/seal';
import { suite } from '@/lib/crypto/suite';
import { plainOpen, plainSeal } from './plain-hpke';

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

/** RFC 9180 A.1.1: the appendix has X25519 with AES-128, not with the AES-256 that we use. */
const RFC = {
  info: hex('4f6465206f6e2061204772656369616e2055726e'),
  ephemeral: hex('52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736'),
  publicKey: hex('3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d'),
  privateKey: hex('4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8'),
  enc: hex('37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431'),
  plaintext: hex('4265617574792069732074727574682c20747275746820626561757479'),
  aad: hex('436f756e742d30'),
  ct: hex(
    'f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a',
  ),
};

describe('RFC 9180 A.1.1', () => {
  const { info, aad, enc, ct, plaintext } = RFC;

  test('opens with the key agreement and key schedule that we use', async () => {
    const short = new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_128_GCM);
    const pair = {
      privateKey: await short.DeserializePrivateKey(RFC.privateKey),
      publicKey: await short.DeserializePublicKey(RFC.publicKey),
    };
    expect(await short.Open(pair, enc, ct, { info, aad })).toEqual(plaintext);
    const ours = [suite.KEM, suite.KDF, suite.AEAD].map(({ id }) => id);
    expect(ours, 'RFC 9180 §7').toEqual([0x20, 1, 2]);
  });

  test('is what the HPKE of these tests makes and opens', () => {
    const made = plainSeal('aes-128-gcm', RFC.publicKey, RFC.ephemeral, plaintext, { info, aad });
    expect(made.enc.equals(enc)).toBe(true);
    expect(made.ct.equals(ct)).toBe(true);
    const opened = plainOpen('aes-128-gcm', RFC.privateKey, enc, ct, { info, aad });
    expect(opened.equals(plaintext)).toBe(true);
  });
});

describe('another HPKE, which makes the RFC’s vector', () => {
  const bytes = new TextEncoder().encode('what nobody may read');
  const message = {
    info: encodeContext('keyferry/inbox/v1', ['vault']),
    aad: encodeContext('keyferry/inbox/v1', ['id', 1]),
  };

  test('opens what we seal', async () => {
    const pair = await generateKeyPair();
    const sealed = await seal(pair.publicKey, bytes, 'keyferry/inbox/v1', 'vault', ['id', 1]);
    const privateKey = Buffer.from(pair.privateKey, 'base64');
    const [enc, ct] = [Buffer.from(sealed.enc, 'base64'), Buffer.from(sealed.ct, 'base64')];
    expect(plainOpen('aes-256-gcm', privateKey, enc, ct, message).equals(bytes)).toBe(true);
  });

  test('seals what we open', async () => {
    const pair = {
      publicKey: toBase64(RFC.publicKey),
      privateKey: toBase64(RFC.privateKey),
    };
    const made = plainSeal('aes-256-gcm', RFC.publicKey, RFC.ephemeral, bytes, message);
    const sealed = { v: 1 as const, enc: toBase64(made.enc), ct: toBase64(made.ct) };
    expect(await open(pair, sealed, 'keyferry/inbox/v1', 'vault', ['id', 1])).toEqual(bytes);
  });
});
