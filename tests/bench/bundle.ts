import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Bundles a module of this folder, minified, as one script; its exports become the global `bench`.
 * `code`: the source instead of a file's.
 */
export async function bundled(entry: string): Promise<string> {
  const output = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    resolve: { alias: { '@': ROOT } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      rolldownOptions: { checks: { bundlerTimings: false } },
      lib: { entry: resolve(import.meta.dirname, entry), formats: ['iife'], name: 'bench' },
    },
  });
  const [{ output: files }] = output as [Rollup.RollupOutput];
  return files[0].code;
}

/** Bytes of a text as servers send it. */
export function gzipped(text: string | Uint8Array): number {
  return gzipSync(text, { level: 9 }).length;
}
