import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { formsOf } from './forms.ts';
import { logRecords, tableBlocks } from './leveldb.ts';
import { readMozLz4 } from './mozlz4.ts';
import { isSqlite, sqliteValues } from './sqlite.ts';

/** Secrets by the name that a finding shows. */
export type Secrets = Readonly<Record<string, string | Uint8Array>>;

/** Where a part of a secret was found, and in which form. */
export interface Finding {
  readonly secret: string;
  readonly file: string;
  readonly form: string;
}

/**
 * Looks for parts of secrets in every file of a browser's profile: as it lies there, and decoded
 * where it is LevelDB, SQLite, Snappy, mozLz4 or gzip.
 */
export function scan(folder: string, secrets: Secrets): Finding[] {
  const wanted = Object.entries(secrets).map(([secret, value]) => ({
    secret,
    forms: formsOf(value),
  }));
  return filesOf(folder).flatMap((file) => {
    const views = viewsOf(join(folder, file));
    return wanted.flatMap(({ secret, forms }) => {
      const form = forms.find(({ bytes }) => views.some((view) => view.includes(bytes)));
      return form ? [{ secret, file, form: form.name }] : [];
    });
  });
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    try {
      return statSync(join(folder, name)).isFile();
    } catch {
      // A running browser removes files while they are listed.
      return false;
    }
  });
}

function viewsOf(path: string): Buffer[] {
  let raw: Buffer;
  try {
    raw = readFileSync(path);
  } catch {
    return [];
  }
  return [raw, ...decoded(path, raw)];
}

function decoded(path: string, raw: Buffer): Buffer[] {
  try {
    if (path.endsWith('.log')) return logRecords(raw);
    if (path.endsWith('.ldb')) return tableBlocks(raw);
    if (isSqlite(raw)) return sqliteValues(path);
    if (raw[0] === 0x1f && raw[1] === 0x8b) return [gunzipSync(raw)];
    const session = readMozLz4(raw);
    return session ? [session] : [];
  } catch {
    // Half written: a running browser changes it under us. It was looked at as it lies there.
    return [];
  }
}
