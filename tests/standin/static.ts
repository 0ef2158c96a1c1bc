import { readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { Answer } from './http.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A file of a built app; every other path gets its page, as a single-page app's server does. */
export function serveApp(folder: string, path: string): Answer {
  const type = TYPES[extname(path)];
  if (!type) return { status: 200, html: readFileSync(join(folder, 'index.html'), 'utf8') };
  try {
    return { status: 200, file: { type, bytes: readFileSync(join(folder, normalize(path))) } };
  } catch {
    return { status: 404 };
  }
}
