import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import { build, type Plugin } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Builds one of the stand-in's React apps, unless nothing has changed since the last time.
 * @returns the folder that holds its index.html and assets.
 */
export async function bundle(app: 'dashboard' | 'doit'): Promise<string> {
  const source = join(import.meta.dirname, app);
  const out = join(ROOT, '.cache/standin', app);
  const stamp = join(ROOT, '.cache/standin', `${app}.stamp`);
  const now = fingerprint(source);
  if (
    existsSync(join(out, 'index.html')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === now
  ) {
    return out;
  }
  await build({
    root: source,
    configFile: false,
    logLevel: 'error',
    plugins: [tailwindcss(), withoutRemoteFonts()],
    build: { outDir: out, emptyOutDir: true, chunkSizeWarningLimit: 5_000 },
  });
  writeFileSync(stamp, now);
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

function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  for (const file of files.filter((name) => /\.(tsx?|css|html)$/.test(name))) {
    hash.update(file).update(readFileSync(join(folder, file)));
  }
  hash.update(readFileSync(join(import.meta.dirname, 'scopes.ts')));
  hash.update(readFileSync(join(ROOT, 'package-lock.json')));
  return hash.digest('hex');
}
