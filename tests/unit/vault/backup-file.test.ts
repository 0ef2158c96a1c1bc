import { Encrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { ageDecrypt } from '@/lib/crypto/age-decrypt';
import { ageEncrypt } from '@/lib/crypto/age-encrypt';
import { toJsonBytes } from '@/lib/crypto/json';
import { backupName, type BackupContents } from '@/lib/domain/backup';
import { readBackupFile, writeBackupFile } from '@/lib/vault/backup-file';
import { fakeKey } from '../fake-key';

const CODE = 'RIGHT-CODE';
const CONTENTS: BackupContents = {
  format: 'keyferry-backup',
  v: 1,
  madeAt: 1,
  keys: [{ id: 'a', key: fakeKey('admin'), createdAt: 1, details: {} }],
  destinations: [],
  recipes: [],
  unreadable: 0,
};
const FILE = await writeBackupFile(CONTENTS, CODE);
const OTHERS = await Promise.all(
  ['{}', 'hello'].map((text) => ageEncrypt(new TextEncoder().encode(text), CODE)),
);

describe('a backup file', () => {
  it('holds what was put in, and nothing of it in clear', async () => {
    expect(await readBackupFile(FILE, CODE)).toEqual(CONTENTS);
    const text = Buffer.from(FILE).toString('latin1');
    expect(text).not.toContain('sk-');
    expect(text).not.toContain('keyferry-backup');
  });

  it('has the same size for one key and for ten', async () => {
    const more = { ...CONTENTS, keys: Array.from({ length: 10 }, () => CONTENTS.keys[0] as never) };
    expect((await writeBackupFile(more, CODE)).length).toBe(FILE.length);
  });

  it('is refused with a bit changed in any byte of its header, or in one of a hundred after it', async () => {
    const file = await quickFile(await ageDecrypt(FILE, CODE));
    expect(await outcomeOf(file)).toBe('opened');
    const end = Buffer.from(file).indexOf('\n', Buffer.from(file).indexOf('\n--- ') + 1) + 1;
    const step = Math.ceil((file.length - end) / 100);
    const places = [
      ...Array.from({ length: end }, (_, at) => at),
      ...Array.from({ length: 100 }, (_, at) => Math.min(file.length - 1, end + at * step)),
    ];
    for (const [count, at] of places.entries()) {
      const changed = file.with(at, (file[at] ?? 0) ^ (1 << (count % 8)));
      expect(await outcomeOf(changed), `byte ${at}`).toMatch(/^(backup_\w+|wrong_recovery_code)$/);
    }
  });

  it('is said to be cut when its end is missing, wherever', async () => {
    for (const length of [30, 100, 160, 200, 1_000, FILE.length - 1, FILE.length - 16]) {
      expect(await outcomeOf(FILE.slice(0, length)), `${length} bytes`).toBe('backup_cut');
    }
  });

  it('is said to be damaged when a byte is changed', async () => {
    expect(await outcomeOf(FILE.with(FILE.length - 1, (FILE.at(-1) ?? 0) ^ 1))).toBe(
      'backup_damaged',
    );
  });

  it.each([
    ['of another program', new TextEncoder().encode('PK\u0003\u0004 something')],
    ['that is empty', new Uint8Array()],
    ['of age with something else in it', OTHERS[0] as typeof FILE],
    ['of age with no JSON in it', OTHERS[1] as typeof FILE],
  ])('is no file %s', async (_, file) => {
    expect(await outcomeOf(file)).toBe('backup_foreign');
  });

  it('of a newer version, or in a newer age format, says so', async () => {
    const newer = await ageEncrypt(toJsonBytes({ ...CONTENTS, v: 2 }), CODE);
    expect(await outcomeOf(newer)).toBe('backup_newer');
    const text = Buffer.from(FILE).toString('latin1').replace('/v1', '/v2');
    expect(await outcomeOf(Uint8Array.from(Buffer.from(text, 'latin1')))).toBe('backup_newer');
  });

  it('does not open with another code', async () => {
    expect(await readBackupFile(FILE, 'OTHER').catch(({ code }: { code: string }) => code)).toBe(
      'wrong_recovery_code',
    );
  });

  it('is called after its day, in the person’s own calendar', () => {
    expect(backupName(new Date(2026, 0, 2, 23, 59))).toBe('keyferry-backup-2026-01-02.age');
  });

  it('is an age file', async () => {
    expect(new TextDecoder().decode(FILE.slice(0, 22))).toBe('age-encryption.org/v1\n');
    expect((await ageDecrypt(FILE, CODE)).length % 4096).toBe(0);
  });
});

/** The same file, but with next to no work for scrypt. */
async function quickFile(plaintext: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(CODE);
  encrypter.setScryptWorkFactor(2);
  return new Uint8Array(await encrypter.encrypt(plaintext));
}

async function outcomeOf(file: Uint8Array<ArrayBuffer>): Promise<string> {
  return readBackupFile(file, CODE).then(
    () => 'opened',
    ({ code }: { code: string }) => code,
  );
}
