import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { armor } from 'age-encryption';
import type { BackupContents } from '@/lib/domain/backup';
import { CODE_BYTES, makeRecoveryCode } from '@/lib/domain/recovery-code';
import { readBackupFile, writeBackupFile } from '@/lib/vault/backup-file';
import { fakeKey } from '../unit/fake-key.ts';
import { findAge } from './age-tool.ts';

const age = findAge();
const CODE = makeRecoveryCode(new Uint8Array(CODE_BYTES).fill(3)) ?? '';
const CONTENTS: BackupContents = {
  format: 'keyferry-backup',
  v: 1,
  madeAt: 1,
  keys: Array.from({ length: 200 }, (_, at) => ({
    id: `key-${at}`,
    key: fakeKey('admin', `N${at}`),
    createdAt: at,
    details: { name: 'näme' },
  })),
  destinations: [],
  recipes: [],
  unreadable: 0,
};

describe.skipIf(!age && process.env['CI'] !== 'true')('the age tool', () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'keyferry-age-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('opens a backup of ours with the code as it is printed, and with no other', async () => {
    writeFileSync(at('ours.age'), await writeBackupFile(CONTENTS, CODE));
    expect(await age?.decrypt(at('ours.age'), CODE, at('ours.json'))).toBe(true);
    expect(JSON.parse(readFileSync(at('ours.json'), 'utf8'))).toEqual(CONTENTS);
    expect(await age?.decrypt(at('ours.age'), CODE.toLowerCase(), at('other.json'))).toBe(false);
  });

  it('writes a file that we read, also in its armor', async () => {
    writeFileSync(at('clear.json'), JSON.stringify(CONTENTS));
    expect(await age?.encrypt(at('clear.json'), CODE, at('theirs.age'))).toBe(true);
    const file = new Uint8Array(readFileSync(at('theirs.age')));
    expect(await readBackupFile(file, CODE)).toEqual(CONTENTS);
    const armored = new TextEncoder().encode(`\n${armor.encode(file)}`);
    expect(await readBackupFile(armored, CODE)).toEqual(CONTENTS);
  });
});
