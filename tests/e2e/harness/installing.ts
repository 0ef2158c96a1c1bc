import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

const ASK_MS = 20_000;
const INSTALL_MS = 10 * 60_000;

/** The first of these programs (paths, or names on the PATH) that is there and starts. */
export function firstWorking(candidates: readonly string[]): string | undefined {
  return candidates.map(locate).find((path) => path !== undefined && starts(path));
}

function locate(candidate: string): string | undefined {
  if (isAbsolute(candidate)) return existsSync(candidate) ? candidate : undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, candidate)).find((path) => existsSync(path));
}

const started = new Map<string, boolean>();

/** Some systems ship a stub that only says what to install; on Windows a browser doesn't answer `--version`. */
function starts(path: string): boolean {
  if (process.platform === 'win32') return true;
  const known = started.get(path);
  if (known !== undefined) return known;
  const { status } = spawnSync(path, ['--version'], { timeout: ASK_MS, stdio: 'ignore' });
  started.set(path, status === 0);
  return status === 0;
}

export const isRoot = process.getuid?.() === 0;

/** Installs a Debian package; false when this isn't root on Debian or Ubuntu, or when it failed. */
export function aptInstall(name: string): boolean {
  const tool = isRoot && firstWorking(['apt-get']);
  if (!tool) return false;
  console.error(`Installing ${name} with apt-get…`);
  return apt(tool, 'update') && apt(tool, 'install', '-y', name);
}

function apt(tool: string, ...args: string[]): boolean {
  const { status } = spawnSync(tool, args, {
    timeout: INSTALL_MS,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/** Places where Windows keeps programs. */
export function windowsPrograms(...parts: string[]): string[] {
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, ...parts));
}
