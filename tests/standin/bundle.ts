import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import { build, type Plugin } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');
const CACHE = join(ROOT, '.cache/standin');

/** The folders of each app; the first has its page. */
const PARTS = {
  dashboard: ['dashboard'],
  doit: ['doit'],
  products: ['products', 'bubble', 'innoslate', 'nexla', 'quolum'],
} as const;

/**
 * Builds one of the stand-in's React apps, unless that has been done for these very sources.
 * @returns the folder that holds its index.html and assets.
 */
export async function bundle(app: keyof typeof PARTS): Promise<string> {
  const source = join(import.meta.dirname, app);
  const out = join(CACHE, `${app}-${fingerprint(app)}`);
  if (existsSync(out)) return out;
  // Built aside and moved into place whole: several test files may start a stand-in at once.
  const aside = `${out}.${process.pid}`;
  mkdirSync(CACHE, { recursive: true });
  await build({
    root: source,
    configFile: false,
    logLevel: 'error',
    // One build for whoever asks first, a test runner or a person.
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    plugins: [tailwindcss(), withoutRemoteFonts()],
    build: { outDir: aside, emptyOutDir: true, chunkSizeWarningLimit: 5_000 },
  });
  try {
    renameSync(aside, out);
  } catch {
    rmSync(aside, { recursive: true, force: true });
  }
  return out;
}

/** The library's style asks OpenAI's own host for fonts; nothing may leave this machine. */
function withoutRemoteFonts(): Plugin {
  return {
    name: 'without-remote-fonts',
    generateBundle(_options, files) {
      for (const file of Object.values(files)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
        file.source = String(file.source).replaceAll(/@font-face\s*\{[^}]*\}/g, '');
      }
    },
  };
}

function fingerprint(app: keyof typeof PARTS): string {
  const hash = createHash('sha256');
  const files = PARTS[app]
    .flatMap((folder) =>
      readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => join(folder, name),
      ),
    )
    .filter((name) => /\.(tsx?|css|html)$/.test(name))
    .toSorted();
  for (const file of files) hash.update(file).update(readFileSync(join(import.meta.dirname, file)));
  for (const file of ['scopes.ts', 'matrix-rows.ts', 'scene.ts', 'bundle.ts']) {
    hash.update(readFileSync(join(import.meta.dirname, file)));
  }
  hash.update(readFileSync(join(ROOT, 'package-lock.json')));
  return hash.digest('hex').slice(0, 16);
}
