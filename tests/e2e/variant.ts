import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { readBuild } from './harness/build.ts';

interface Permissions {
  readonly permissions: readonly string[];
  readonly optional_permissions?: readonly string[];
}

const made: string[] = [];
afterAll(() => Promise.all(made.map((path) => rm(path, { recursive: true, force: true }))));

/**
 * A copy of a production build that differs in its permissions only: for what a browser without a
 * person would not grant, or would not withhold. Gone after the file's tests.
 * @returns the folder of the copy.
 */
export async function withPermissions(
  name: 'chrome-mv3' | 'firefox-mv3',
  change: (manifest: Permissions) => Permissions,
): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'keyferry-build-'));
  made.push(path);
  await cp(readBuild(name).path, path, { recursive: true });
  const file = join(path, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Permissions;
  await writeFile(file, JSON.stringify({ ...manifest, ...change(manifest) }));
  return path;
}
