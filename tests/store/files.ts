import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Every file below a folder, by its path from there, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}

/** Writes files below a folder, by their paths from there. */
export function writeBelow(folder: string, files: ReadonlyMap<string, Buffer>): void {
  for (const [path, contents] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
  }
}

/** A line for each file: its hash (SHA-256), its bytes and its path. */
export function inventory(folder: string): string {
  return filesBelow(folder)
    .map((path) => {
      const file = join(folder, path);
      const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
      return `${hash}  ${String(statSync(file).size).padStart(8)}  ${path}\n`;
    })
    .join('');
}
