import { fileURLToPath } from 'node:url';
import { build } from 'vite';

let bundled: Promise<string> | undefined;

/** Source of a function `(root, role)` that lists the controls with a role under a node. */
export async function namesSource(): Promise<string> {
  bundled ??= bundle();
  return `(root, role) => { ${await bundled}; return names.controls(root, role); }`;
}

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('./in-page-names.ts', import.meta.url));
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'names' } },
  });
  const [first] = Array.isArray(output) ? output : [];
  const chunk = first?.output[0];
  if (!chunk) throw new Error('Vite gave no bundle');
  return chunk.code;
}
