import { ageDecrypt } from '@/lib/crypto/age-decrypt';
import { ageEncrypt } from '@/lib/crypto/age-encrypt';
import type { Bytes } from '@/lib/crypto/base64';
import { fromJsonBytes, toJsonBytes } from '@/lib/crypto/json';
import { readBackup, type BackupContents } from '@/lib/domain/backup';
import { KeyferryError } from '@/lib/domain/errors';

/** Contents are filled up with spaces to a multiple of this: their size says little, and a cut is seen. */
const BLOCK = 4096;
const SPACE = 0x20;
/** A line that starts the end of the header, and age's sizes: nonce, chunk, tag. */
const CLOSE = '\n--- ';
const NONCE = 16;
const CHUNK = 64 * 1024;
const TAG = 16;

/** Writes a backup as an age file that the recovery code opens. */
export async function writeBackupFile(contents: BackupContents, code: string): Promise<Bytes> {
  const json = toJsonBytes(contents);
  const filled = new Uint8Array(Math.ceil(json.length / BLOCK) * BLOCK).fill(SPACE);
  filled.set(json);
  return ageEncrypt(filled, code);
}

/**
 * Reads a backup from its file.
 * @throws KeyferryError backup_foreign, backup_newer, backup_cut, backup_damaged, wrong_recovery_code
 */
export async function readBackupFile(file: Bytes, code: string): Promise<BackupContents> {
  const plaintext = await ageDecrypt(file, code).catch((error: unknown) => {
    const isDamaged = error instanceof KeyferryError && error.code === 'backup_damaged';
    throw isDamaged && isCut(file) ? new KeyferryError('backup_cut') : error;
  });
  return readBackup(jsonOf(plaintext));
}

function jsonOf(bytes: Bytes): unknown {
  try {
    return fromJsonBytes(bytes);
  } catch {
    return undefined;
  }
}

/** Whether a file has a size that we never write. */
function isCut(file: Bytes): boolean {
  const head = new TextDecoder('latin1').decode(file.subarray(0, BLOCK));
  const close = head.indexOf(CLOSE);
  const end = close < 0 ? -1 : head.indexOf('\n', close + 1);
  if (end < 0) return false;
  const sealed = file.length - (end + 1) - NONCE;
  const chunks = Math.max(1, Math.ceil(sealed / (CHUNK + TAG)));
  const plain = sealed - chunks * TAG;
  return plain <= 0 || plain % BLOCK !== 0;
}
