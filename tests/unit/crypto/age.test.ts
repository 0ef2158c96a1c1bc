import { createCipheriv, createHash, createHmac, hkdfSync, scryptSync } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import * as vectors from 'cctv-age';
import { describe, expect, it } from 'vitest';
import { ageDecrypt } from '@/lib/crypto/age-decrypt';
import { ageEncrypt } from '@/lib/crypto/age-encrypt';
import type { ErrorCode } from '@/lib/domain/errors';

interface Vector {
  readonly name: string;
  readonly expect: string;
  readonly payload: string | undefined;
  readonly fileKey: Buffer | undefined;
  readonly passphrase: string | undefined;
  readonly isArmored: boolean;
  readonly file: Uint8Array<ArrayBuffer>;
}

const ALL = Object.entries(vectors).map(([name, bytes]) => parse(name, bytes));
/** What a file that must not open may be called. Which kind of damage it is, only people need to know. */
const REFUSALS: readonly ErrorCode[] = [
  'backup_foreign',
  'backup_newer',
  'backup_cut',
  'backup_damaged',
  'wrong_recovery_code',
];

describe('age’s published test kit, through our wrapper', () => {
  const mine = ALL.filter(({ passphrase }) => passphrase !== undefined);
  it.each(mine)('files with a passphrase: $name is $expect', async (vector) => {
    await check(vector, vector.file, vector.passphrase ?? '');
  });

  // Files for key pairs are none of ours, and never open. Their payloads are, once they have a header of ours.
  const others = ALL.filter(({ passphrase }) => passphrase === undefined);
  it('refuses every file that is encrypted to a key pair, sound or not', async () => {
    for (const { file } of others) expect(REFUSALS).toContain(await outcomeOf(file, 'password'));
  });

  const streams = others.filter(({ name, fileKey }) => name.startsWith('stream_') && fileKey);
  it.each(streams)('payloads under a header of ours: $name is $expect', async (vector) => {
    await check(vector, withOurHeader(vector), 'password');
  });

  const armored = others.filter(({ isArmored, fileKey }) => isArmored && !fileKey);
  it.each(armored)('armor: $name is refused', async ({ file }) => {
    expect(REFUSALS).toContain(await outcomeOf(file, 'password'));
  });

  it('is there, with vectors of each kind', () => {
    expect([mine.length, streams.length].every((count) => count > 15)).toBe(true);
  });
});

describe('an age file of ours', () => {
  const text = new TextEncoder().encode('a text');

  it('opens with its passphrase and no other', async () => {
    const file = await ageEncrypt(text, 'right');
    expect(await ageDecrypt(file, 'right')).toEqual(text);
    expect(await outcomeOf(file, 'wrong')).toBe('wrong_recovery_code');
  });

  it('is another one each time', async () => {
    const [one, other] = [await ageEncrypt(text, 'right'), await ageEncrypt(text, 'right')];
    expect(one).not.toEqual(other);
  });

  it('is not opened when it asks for more work than any machine should do', async () => {
    const file = await ageEncrypt(text, 'right');
    const hard = new TextDecoder('latin1').decode(file).replace(/^(-> scrypt \S+) 15$/m, '$1 20');
    expect(await outcomeOf(Uint8Array.from(Buffer.from(hard, 'latin1')), 'right')).toBe(
      'backup_foreign',
    );
  });
});

async function check(vector: Vector, file: Uint8Array<ArrayBuffer>, passphrase: string) {
  const outcome = await outcomeOf(file, passphrase);
  if (vector.expect !== 'success') {
    expect(REFUSALS).toContain(outcome);
    return;
  }
  expect(outcome).toBe('opened');
  const plaintext = await ageDecrypt(file, passphrase);
  expect(createHash('sha256').update(plaintext).digest('hex')).toBe(vector.payload);
}

async function outcomeOf(file: Uint8Array<ArrayBuffer>, passphrase: string): Promise<string> {
  return ageDecrypt(file, passphrase).then(
    () => 'opened',
    (error: { code?: string }) => error.code ?? 'no code',
  );
}

/** The kit's format: lines of `name: value`, an empty line, the file. */
function parse(name: string, bytes: Uint8Array): Vector {
  const end = Buffer.from(bytes).indexOf('\n\n');
  const lines = Buffer.from(bytes.subarray(0, end)).toString().split('\n');
  const value = (key: string) =>
    lines.find((line) => line.startsWith(`${key}: `))?.slice(key.length + 2);
  const body = bytes.subarray(end + 2);
  const fileKey = value('file key');
  return {
    name,
    expect: value('expect') ?? '',
    payload: value('payload'),
    fileKey: fileKey === undefined ? undefined : Buffer.from(fileKey, 'hex'),
    passphrase: value('passphrase'),
    isArmored: value('armored') === 'yes',
    file: Uint8Array.from(value('compressed') === 'zlib' ? inflateSync(body) : body),
  };
}

/** The vector's payload behind a header that the passphrase "password" opens, made without the library. */
function withOurHeader({ fileKey = Buffer.alloc(0), file }: Vector): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(file);
  const payload = bytes.subarray(bytes.indexOf('\n', bytes.indexOf('\n--- ') + 1) + 1);
  const salt = Buffer.alloc(16, 7);
  const label = Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), salt]);
  const key = scryptSync('password', label, 32, { N: 2 ** 10, r: 8, p: 1 });
  const cipher = createCipheriv('chacha20-poly1305', key, Buffer.alloc(12), { authTagLength: 16 });
  const wrapped = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
  const head = `age-encryption.org/v1\n-> scrypt ${unpadded(salt)} 10\n${unpadded(wrapped)}\n---`;
  const macKey = Buffer.from(hkdfSync('sha256', fileKey, '', 'header', 32));
  const mac = createHmac('sha256', macKey).update(head).digest();
  return Uint8Array.from(Buffer.concat([Buffer.from(`${head} ${unpadded(mac)}\n`), payload]));
}

function unpadded(part: Buffer): string {
  return part.toString('base64').replaceAll('=', '');
}
