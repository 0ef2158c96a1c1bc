import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesBelow, writeBelow } from './files.ts';
import { unzip } from './unzip.ts';

/** What a reviewer types, in the unpacked sources. */
const COMMANDS = ['npm ci --no-fund --no-audit', 'npx wxt build -b firefox'];

/**
 * Does what a reviewer of Firefox's store does: unpacks the sources, installs, builds, and compares
 * with the package, byte for byte.
 * @returns a line for each file that differs; none when all is the same.
 */
export function prove(sources: string, packed: string): string[] {
  // Packing sets it, and npm then leaves out what the build needs.
  const env = { ...process.env, NODE_ENV: undefined };
  const folder = mkdtempSync(join(tmpdir(), 'keyferry-sources-'));
  try {
    writeBelow(folder, unzip(readFileSync(sources)));
    for (const command of COMMANDS) {
      console.log(`  ${command}`);
      execFileSync(command, {
        cwd: folder,
        env,
        shell: true,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    }
    return differences(join(folder, '.output/firefox-mv3'), unzip(readFileSync(packed)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How the files below a folder differ from those of a package. */
export function differences(folder: string, packed: ReadonlyMap<string, Buffer>): string[] {
  const built = filesBelow(folder);
  return [
    ...built.filter((path) => !packed.has(path)).map((path) => `only built: ${path}`),
    ...[...packed].flatMap(([path, contents]) => {
      if (!built.includes(path)) return [`only in the package: ${path}`];
      return contents.equals(readFileSync(join(folder, path))) ? [] : [`not the same: ${path}`];
    }),
  ];
}
