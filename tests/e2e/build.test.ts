import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const OUTPUT = resolve(import.meta.dirname, '../../.output');

interface Manifest {
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly optional_permissions: readonly string[];
  readonly content_scripts: readonly { readonly matches: readonly string[] }[];
}

describe.each(['chrome-mv3', 'firefox-mv3'])('the build for %s', (name) => {
  const folder = join(OUTPUT, name);
  const read = (file: string) => readFileSync(join(folder, file));
  const holdsAge = (file: string) => read(file).includes('age-encryption.org/v1/scrypt');
  const chunksOf = (page: string) =>
    [
      ...read(page)
        .toString()
        .matchAll(/src="\/([^"]+\.js)"/g),
    ].map(([, file = '']) => file);
  /** These files and all that they import before they run. */
  const firstOf = (files: readonly string[]) => {
    const first = new Set<string>();
    const visit = (file: string) => {
      if (first.has(file)) return;
      first.add(file);
      const imported = read(file)
        .toString()
        .matchAll(/(?:from|import)\s*["'`]([^"'`]+\.js)["'`]/g);
      for (const [, specifier = ''] of imported) visit(join(dirname(file), specifier));
    };
    files.forEach(visit);
    return first;
  };
  const manifest = JSON.parse(read('manifest.json').toString()) as Manifest;

  test('asks for these permissions and no others', () => {
    expect(manifest.permissions).toEqual([
      'storage',
      'unlimitedStorage',
      'alarms',
      'scripting',
      ...(name === 'chrome-mv3' ? ['idle'] : []),
    ]);
    expect(manifest.host_permissions).toEqual([
      'https://platform.openai.com/*',
      'https://api.openai.com/*',
    ]);
    expect(manifest.content_scripts.flatMap(({ matches }) => matches)).toEqual([
      'https://platform.openai.com/*',
    ]);
  });

  test('asks for the clipboard, notifications and sign-ins only when the person uses them', () => {
    expect(manifest.optional_permissions).toEqual([
      'notifications',
      'clipboardRead',
      'clipboardWrite',
      ...(name === 'chrome-mv3' ? ['identity', 'offscreen'] : []),
    ]);
  });

  test('opens no door to pages or other extensions', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  test.each([
    ['content-scripts/dashboard.js', 2_700],
    ['content-scripts/guide.js', 20_000],
    ['content-scripts/hands.js', 6_100],
    ['content-scripts/revoke.js', 17_600],
    ['content-scripts/portal.js', 14_200],
    ['background.js', 120_000],
    ['popup.html', 100_000],
    ['app.html', 130_000],
  ])('keeps what %s loads first within %i bytes, compressed', (file, budget) => {
    const files = file.endsWith('.html') ? [...firstOf(chunksOf(file))] : [file];
    const sizes = files.map((each) => gzipSync(read(each), { level: 9 }).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(budget);
  });

  test('loads the code of age in pages only when a backup is written or read, and nothing later in the worker, which may not', () => {
    const first = firstOf(['popup.html', 'app.html', 'welcome.html'].flatMap(chunksOf));
    expect([...first].filter(holdsAge)).toEqual([]);
    const chunks = readdirSync(join(folder, 'chunks')).map((file) => join('chunks', file));
    expect(chunks.filter(holdsAge)).toHaveLength(1);
    expect(read('background.js').toString()).not.toMatch(/\bimport\(/);
  });

  test('holds no test host, no test hook and no code from strings', () => {
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    );
    expect(scripts.length).toBeGreaterThan(4);
    for (const file of scripts) {
      const text = read(file).toString();
      expect(text, file).not.toMatch(/127\.0\.0\.1:\d|standin|mock mode/);
      expect(text, file).not.toMatch(/\beval\(|new Function\(/);
    }
  });
});
