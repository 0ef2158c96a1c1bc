import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { uncompress } from 'snappyjs';

const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');

export function isSqlite(file: Buffer): boolean {
  return file.subarray(0, MAGIC.length).equals(MAGIC);
}

/**
 * Every text and blob in a database, and what the blob holds if Snappy opens it: Firefox compresses
 * IndexedDB's values so. Reads a copy, with what was not merged yet, because the browser holds it.
 */
export function sqliteValues(path: string): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'keyferry-sqlite-'));
  try {
    const copy = join(folder, 'copy.sqlite');
    copyFileSync(path, copy);
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
    const database = new DatabaseSync(copy);
    try {
      return readAll(database);
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readAll(database: DatabaseSync): Buffer[] {
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  return tables.flatMap(({ name }) => {
    const statement = database.prepare(`SELECT * FROM "${String(name).replaceAll('"', '""')}"`);
    statement.setReadBigInts(true);
    return statement.all().flatMap((row) => Object.values(row).flatMap(bytesOf));
  });
}

function bytesOf(value: unknown): Buffer[] {
  if (typeof value === 'string') return [Buffer.from(value)];
  if (!(value instanceof Uint8Array)) return [];
  const raw = Buffer.from(value);
  try {
    return [raw, Buffer.from(uncompress(raw))];
  } catch {
    return [raw];
  }
}
