import { join, resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

/** A script that gives a page `keyferryExplain(url)`: what Keyferry's own code sees in it. */
export function explainScript(): Promise<string> {
  return scriptOf(join(import.meta.dirname, 'entry.ts'));
}

/** A script for a page, made of Keyferry's own code by this entry. */
export async function scriptOf(entry: string): Promise<string> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ['iife'], name: 'keyferry' },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  const chunk = result && 'output' in result ? result.output[0] : undefined;
  if (!chunk) throw new Error('The locator could not be bundled.');
  return chunk.code;
}
