import { KeyferryError } from '@/lib/domain/errors';
import type { Bytes } from './base64';

/** What `age -p` asks scrypt for: 256 MB. A file that asks for more could only exhaust the machine. */
const MOST_WORK = 18;
const FIRST_LINE = /^age-encryption\.org\/v(\d+)\n/;
const ARMOR = '-----BEGIN AGE ENCRYPTED FILE-----';
/** Far more than the header of a file with a passphrase has. */
const LONGEST_HEADER = 4096;

/**
 * Gives the bytes of an age file (https://age-encryption.org/v1) that was encrypted with a
 * passphrase, by us or by `age -p`, also in its armor.
 * @throws KeyferryError backup_foreign when it is no such file; backup_newer; backup_cut when it
 * ends within its header; wrong_recovery_code; backup_damaged when anything in it was changed
 */
export async function ageDecrypt(file: Bytes, passphrase: string): Promise<Bytes> {
  const age = await import('age-encryption');
  const bytes = unarmored(file, age.armor.decode);
  const header = headerOf(bytes);
  const fileKey = await opened(() => {
    const decrypter = new age.Decrypter();
    decrypter.addPassphrase(passphrase);
    return decrypter.decryptHeader(header);
  });
  return opened(async () => {
    const decrypter = new age.Decrypter();
    // The passphrase has done its costly work.
    decrypter.addIdentity({ unwrapFileKey: () => fileKey });
    return new Uint8Array(await decrypter.decrypt(bytes));
  });
}

function unarmored(file: Bytes, decode: (text: string) => Uint8Array): Bytes {
  if (!textOf(file.subarray(0, LONGEST_HEADER)).trimStart().startsWith(ARMOR)) return file;
  try {
    return new Uint8Array(decode(new TextDecoder().decode(file)));
  } catch (cause) {
    throw new KeyferryError('backup_damaged', [], { cause });
  }
}

/** The header with its closing line, once it is plain that a passphrase could open it. */
function headerOf(bytes: Bytes): Bytes {
  const text = textOf(bytes.subarray(0, LONGEST_HEADER));
  const version = FIRST_LINE.exec(text)?.[1];
  if (version === undefined) throw new KeyferryError('backup_foreign');
  if (version !== '1')
    throw new KeyferryError(Number(version) > 1 ? 'backup_newer' : 'backup_foreign');
  const close = text.indexOf('\n--- ');
  const end = close < 0 ? -1 : text.indexOf('\n', close + 1);
  if (end < 0)
    throw new KeyferryError(bytes.length < LONGEST_HEADER ? 'backup_cut' : 'backup_damaged');
  const lines = text.slice(0, end).split('\n');
  const stanzas = lines.filter((line) => line.startsWith('-> '));
  if (!stanzas.some((line) => line.startsWith('-> scrypt ')))
    throw new KeyferryError('backup_foreign');
  const work = Number(/^-> scrypt \S+ (\d+)$/.exec(stanzas[0] ?? '')?.[1]);
  if (work > MOST_WORK) throw new KeyferryError('backup_foreign');
  return bytes.slice(0, end + 1);
}

async function opened(work: () => Promise<Uint8Array>): Promise<Bytes> {
  try {
    return new Uint8Array(await work());
  } catch (cause) {
    // The one failure that is not damage has no class of its own in the library.
    const noMatch = cause instanceof Error && cause.message.startsWith('no identity matched');
    throw new KeyferryError(noMatch ? 'wrong_recovery_code' : 'backup_damaged', [], { cause });
  }
}

/** Bytes as characters, one each: a header is ASCII, and what follows it is not text. */
function textOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
