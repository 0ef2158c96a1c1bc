import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Decrypter, armor, generateIdentity, identityToRecipient } from 'age-encryption';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { afterAll, expect, test } from 'vitest';
import { file, type FileSettings } from '@/lib/destinations/file';
import { fakeApiKey } from '../unit/fake-api-key.ts';

const run = promisify(execFile);
const DOTENVX = resolve(import.meta.dirname, '../../node_modules/.bin/dotenvx');
const KEY = fakeApiKey('admin');
const folders: string[] = [];

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

function make(settings: Omit<FileSettings, 'variable'>) {
  return file.make?.({
    operationId: 'b7a1d1de-0000-4000-8000-000000000000',
    settings: { ...settings, variable: 'OPENAI_API_KEY' },
    labels: {},
    queuedAt: 0,
    before: [],
    since: [],
    key: () => Promise.resolve(KEY),
  });
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('A file for an age recipient is opened by its identity, and shows nothing of the key.', async () => {
  const identity = await generateIdentity();
  const recipient = await identityToRecipient(identity);
  const made = await make({ name: 'openai.age', format: 'age', recipient });
  expect(made?.text).not.toContain(KEY);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  expect(await decrypter.decrypt(armor.decode(made?.text ?? ''), 'text')).toBe(KEY);
});

test('The dotenvx command line decrypts the .env that was made for its public key.', async () => {
  const own = secp256k1.utils.randomSecretKey();
  const recipient = hex(secp256k1.getPublicKey(own, true));
  const made = await make({ name: '.env', format: 'dotenvx', recipient });
  expect(made?.text).not.toContain(KEY);
  const folder = await mkdtemp(join(tmpdir(), 'keyferry-env-'));
  folders.push(folder);
  await writeFile(join(folder, '.env'), made?.text ?? '');
  const env = { ...process.env, DOTENV_PRIVATE_KEY: hex(own) };
  const { stdout } = await run(DOTENVX, ['get', 'OPENAI_API_KEY'], { cwd: folder, env });
  expect(stdout.trim()).toBe(KEY);
});

test('A plain .env holds the key as it is.', async () => {
  const made = await make({ name: 'openai.env', format: 'env' });
  expect(made).toEqual({ name: 'openai.env', text: `OPENAI_API_KEY=${KEY}\n` });
});

test('A recipient that is none is said, without a word of the key.', async () => {
  for (const format of ['age', 'dotenvx'] as const) {
    const error: unknown = await make({ name: 'x', format, recipient: 'nobody' })?.catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: 'invalid_settings' });
    expect(String((error as Error).stack)).not.toContain(KEY);
  }
});

test('The test of a file encrypts to its recipient, and so finds one wrong letter in it.', async () => {
  const recipient = await identityToRecipient(await generateIdentity());
  const last = recipient.endsWith('q') ? 'p' : 'q';
  const wrong = `${recipient.slice(0, -1)}${last}`;
  const settings = { name: 'openai.age', variable: 'OPENAI_API_KEY' };
  const io = { fetch, now: () => 0 };
  expect(await file.test({ ...settings, format: 'age', recipient }, io)).toEqual({});
  expect(await file.test({ ...settings, format: 'env' }, io)).toEqual({});
  await expect(
    file.test({ ...settings, format: 'age', recipient: wrong }, io),
  ).rejects.toMatchObject({ code: 'invalid_settings' });
  // A point that is not on the curve.
  await expect(
    file.test({ ...settings, format: 'dotenvx', recipient: `02${'f'.repeat(64)}` }, io),
  ).rejects.toMatchObject({ code: 'invalid_settings' });
});
