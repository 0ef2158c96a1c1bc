import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const OUTPUT = fileURLToPath(new URL('../../../.output/', import.meta.url));

const WELCOME = 'welcome.html';

interface Manifest {
  readonly key?: string;
  readonly action?: { readonly default_popup?: string };
  readonly browser_specific_settings?: { readonly gecko?: { readonly id?: string } };
}

export interface Build {
  readonly path: string;
  /** The id that Chromium derives from the manifest's key. */
  readonly chromeId: string;
  readonly geckoId: string;
  readonly popup: string;
  /** The page that it opens by itself where it is new, if it has one. */
  readonly welcome: string | undefined;
}

/** Reads a build's manifest; the production build of `name` unless a folder is given. */
export function readBuild(name: 'chrome-mv3' | 'firefox-mv3', folder?: string): Build {
  const path = resolve(folder ?? join(OUTPUT, name));
  const file = join(path, 'manifest.json');
  if (!existsSync(file)) throw new Error(`No build in ${path}: run npm run build`);
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return {
    path,
    chromeId: chromeId(manifest.key ?? ''),
    geckoId: manifest.browser_specific_settings?.gecko?.id ?? '',
    popup: manifest.action?.default_popup ?? 'popup.html',
    welcome: existsSync(join(path, WELCOME)) ? WELCOME : undefined,
  };
}

/** Half of the key's hash, with a to p for the hexadecimal digits. */
function chromeId(key: string): string {
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return hash.replaceAll(/./gu, (digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16)));
}

export interface Profile {
  readonly path: string;
  /** No browser has used it yet. */
  readonly isNew: boolean;
  /** Removes the folder if the harness made it, in this launch or an earlier one. */
  tidy(): Promise<void>;
}

const made = new Set<string>();

/** The given folder for the browser's profile, or a new temporary one. */
export async function openProfile(given?: string): Promise<Profile> {
  const path = given ? resolve(given) : await mkdtemp(join(tmpdir(), 'keyferry-'));
  if (!given) made.add(path);
  return {
    path,
    isNew: !existsSync(path) || readdirSync(path).length === 0,
    tidy: async () => {
      // A browser's last processes may still write while it is removed.
      if (made.has(path))
        await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}
