import { uncompress } from 'snappyjs';

/** The parts of LevelDB's files that matter for a search, after doc/log_format.md and doc/table_format.md. */

const LOG_BLOCK = 32_768;
const LOG_HEADER = 7;
const FIRST = 2;
const LAST = 4;
const FULL = 1;
const TABLE_FOOTER = 48;
const TABLE_MAGIC = Buffer.from('57fb808b247547db', 'hex');
const SNAPPY = 1;

/** The records of a `.log` file: one may be cut in pieces at the ends of blocks. */
export function logRecords(file: Buffer): Buffer[] {
  const records: Buffer[] = [];
  let pieces: Buffer[] = [];
  let at = 0;
  while (at + LOG_HEADER <= file.length) {
    const left = LOG_BLOCK - (at % LOG_BLOCK);
    if (left < LOG_HEADER) {
      at += left;
      continue;
    }
    const length = file.readUInt16LE(at + 4);
    const type = file[at + 6] ?? 0;
    const piece = file.subarray(at + LOG_HEADER, at + LOG_HEADER + length);
    // The rest of a block may be empty, when the file was made larger than it is.
    if (type === 0 && length === 0) {
      at += left;
      continue;
    }
    at += LOG_HEADER + length;
    if (type === FULL || type === FIRST) pieces = [];
    pieces.push(piece);
    if (type === FULL || type === LAST) records.push(Buffer.concat(pieces));
  }
  return records;
}

/** The blocks of a `.ldb` table, uncompressed; none when it is not a table. */
export function tableBlocks(file: Buffer): Buffer[] {
  if (file.length < TABLE_FOOTER || !file.subarray(-8).equals(TABLE_MAGIC)) return [];
  const footer = file.subarray(-TABLE_FOOTER);
  const [, afterMeta] = handleAt(footer, 0);
  const [index] = handleAt(footer, afterMeta);
  const entries = blockAt(file, index);
  return [entries, ...handlesIn(entries).map((handle) => blockAt(file, handle))];
}

interface Handle {
  readonly offset: number;
  readonly size: number;
}

function blockAt(file: Buffer, { offset, size }: Handle): Buffer {
  const raw = file.subarray(offset, offset + size);
  return file[offset + size] === SNAPPY ? Buffer.from(uncompress(raw)) : raw;
}

/** The values of an index block: where each data block is. */
function handlesIn(block: Buffer): Handle[] {
  const restarts = block.readUInt32LE(block.length - 4);
  const end = block.length - 4 - restarts * 4;
  const handles: Handle[] = [];
  let at = 0;
  while (at < end) {
    const [, afterShared] = varint(block, at);
    const [unshared, afterUnshared] = varint(block, afterShared);
    const [length, start] = varint(block, afterUnshared);
    handles.push(handleAt(block, start + unshared)[0]);
    at = start + unshared + length;
  }
  return handles;
}

function handleAt(bytes: Buffer, at: number): [Handle, number] {
  const [offset, next] = varint(bytes, at);
  const [size, end] = varint(bytes, next);
  return [{ offset, size }, end];
}

/** A number and where it ends: seven bits a byte, the lowest first. */
export function varint(bytes: Buffer, start: number): [value: number, end: number] {
  let value = 0;
  let at = start;
  for (let factor = 1; at < bytes.length; factor *= 128) {
    const byte = bytes[at] ?? 0;
    at += 1;
    value += (byte & 127) * factor;
    if (byte < 128) break;
  }
  return [value, at];
}
