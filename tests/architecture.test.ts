import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/**
 * Which rooms a room may import from. `lib/README.md` draws the same picture. Files directly in
 * `lib/` (browser, http, once, text) are tools that every room may use, and import `domain` only.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'lib/domain': [],
  'lib/recipes': ['lib/domain'],
  'lib/locate': ['lib/domain'],
  'lib/crypto': ['lib/domain'],
  'lib/callout': ['lib/domain'],
  'lib/messaging': ['lib/domain', 'lib/recipes', 'lib/dashboard', 'lib/activity'],
  'lib/dashboard': ['lib/domain', 'lib/locate', 'lib/messaging'],
  'lib/guide': [
    'lib/domain',
    'lib/recipes',
    'lib/locate',
    'lib/dashboard',
    'lib/callout',
    'lib/messaging',
  ],
  'lib/revoke': [
    'lib/domain',
    'lib/locate',
    'lib/dashboard',
    'lib/callout',
    'lib/guide',
    'lib/messaging',
  ],
  'lib/portal': [
    'lib/domain',
    'lib/recipes',
    'lib/locate',
    'lib/dashboard',
    'lib/callout',
    'lib/messaging',
  ],
  'lib/practice': [
    'lib/domain',
    'lib/recipes',
    'lib/dashboard',
    'lib/callout',
    'lib/guide',
    'lib/messaging',
  ],
  'lib/destinations': ['lib/domain', 'lib/crypto', 'lib/messaging'],
  'lib/verification': ['lib/domain'],
  'lib/clipboard': ['lib/domain', 'lib/crypto'],
  'lib/passkey': ['lib/domain', 'lib/crypto'],
  'lib/activity': ['lib/crypto'],
  'lib/vault': ['lib/domain', 'lib/crypto', 'lib/activity'],
  'lib/delivery': [
    'lib/domain',
    'lib/recipes',
    'lib/messaging',
    'lib/vault',
    'lib/destinations',
    'lib/verification',
  ],
  'lib/background': [
    'lib/domain',
    'lib/crypto',
    'lib/recipes',
    'lib/dashboard',
    'lib/messaging',
    'lib/clipboard',
    'lib/vault',
    'lib/destinations',
    'lib/verification',
    'lib/delivery',
    'lib/activity',
  ],
  components: ['lib/domain', 'lib/messaging'],
};

interface Import {
  readonly from: string;
  readonly specifier: string;
  /** Path from the root, when it is one of our own files. */
  readonly target: string | undefined;
}

const files = ['lib', 'components', 'entrypoints'].flatMap(sources);
const imports = files.flatMap(importsOf);

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.tsx?$/.test(name) && statSync(join(ROOT, name)).isFile());
}

function importsOf(from: string): Import[] {
  const text = readFileSync(join(ROOT, from), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, specifier = '']) => ({
    from,
    specifier,
    target: specifier.startsWith('@/')
      ? specifier.slice(2)
      : specifier.startsWith('.')
        ? relative(ROOT, resolve(ROOT, dirname(from), specifier))
        : undefined,
  }));
}

function roomOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'lib' && path.split('/').length > 2 ? `lib/${second}` : top;
}

describe('the arrows go one way', () => {
  const rooms = [...new Set(files.map(roomOf))].filter(
    (room) => room !== 'entrypoints' && room !== 'lib',
  );

  test.each(rooms)('%s imports only the rooms it may', (room) => {
    const allowed = MAY_IMPORT[room];
    expect(
      allowed,
      `${room} has no row in MAY_IMPORT: add one, and draw it in lib/README.md`,
    ).toBeDefined();
    const wrong = imports.filter(({ from, target }) => {
      if (roomOf(from) !== room || !target) return false;
      const to = roomOf(target);
      return to !== room && to !== 'lib' && !allowed?.includes(to);
    });
    expect(wrong.map(({ from, specifier }) => `${from} → ${specifier}`)).toEqual([]);
  });

  test('nothing imports an entry point', () => {
    const wrong = imports.filter(
      ({ from, target }) => target?.startsWith('entrypoints/') && !from.startsWith('entrypoints/'),
    );
    expect(wrong).toEqual([]);
  });
});

describe('each power has one door', () => {
  test('only lib/browser.ts imports the browser API', () => {
    const wrong = imports.filter(
      ({ from, specifier }) =>
        /^(wxt\/browser|webextension-polyfill)$/.test(specifier) && from !== 'lib/browser.ts',
    );
    expect(wrong.map(({ from }) => from)).toEqual([]);
  });

  test('only lib/crypto calls WebCrypto', () => {
    expect(using(/crypto\.subtle/).filter((file) => !file.startsWith('lib/crypto/'))).toEqual([]);
  });

  test('domain is pure: no browser, page, network, clock or chance', () => {
    const impure =
      /\b(browser\.|document\.|window\.|fetch\(|Date\.now|new Date\(\)|Math\.random|crypto\.)/;
    expect(using(impure).filter((file) => file.startsWith('lib/domain/'))).toEqual([]);
  });

  test('what ships uses zod/mini, and scripts in pages use no zod at all', () => {
    const zod = imports.filter(({ specifier }) => specifier.startsWith('zod'));
    expect(zod.filter(({ specifier }) => specifier !== 'zod/mini')).toEqual([]);
    for (const entry of ['dashboard', 'guide', 'hands', 'revoke', 'portal']) {
      const reached = reachable(`entrypoints/${entry}.content/index.ts`);
      expect(
        zod.filter(({ from }) => reached.has(from)).map(({ from }) => from),
        entry,
      ).toEqual([]);
    }
  });
});

/** Files whose text matches. */
function using(pattern: RegExp): string[] {
  return files.filter((file) => pattern.test(readFileSync(join(ROOT, file), 'utf8')));
}

/** Files that end up in an entry point's bundle. Imports of types only do not. */
function reachable(entry: string): Set<string> {
  const reached = new Set<string>();
  const visit = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const { specifier, target } of importsOf(file)) {
      const typesOnly = new RegExp(`import type [^;]*'${specifier.replaceAll('/', '\\/')}'`).test(
        text,
      );
      const found = target && files.find((each) => each.replace(/\.tsx?$/, '') === target);
      if (found && !typesOnly) visit(found);
    }
  };
  visit(entry);
  return reached;
}
