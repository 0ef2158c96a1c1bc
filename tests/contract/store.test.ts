import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { filesBelow, writeBelow } from '../store/files.ts';
import { differences } from '../store/prove.ts';
import { unzip } from '../store/unzip.ts';

// Two builds and a linter, on a machine that is busy with browsers.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDERS = ['components', 'entrypoints', 'lib'];
const TOP = [
  'LICENSE',
  'README.md',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'wxt.config.ts',
];

const { version, dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
};

let folder = '';
const packed = (name: string) => join(folder, 'packed', `keyferry-${version}-${name}`);
const read = (name: string) => unzip(readFileSync(packed(`${name}.zip`)));

/** Runs a script as npm does: a test's own NODE_ENV would give React's development build. */
function run(cwd: string, ...args: readonly string[]): string {
  const env = { ...process.env, NODE_ENV: undefined, VITEST: undefined };
  return execFileSync(process.execPath, args, { cwd, env, encoding: 'utf8', stdio: 'pipe' });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyferry-store-'));
  const browsers = ['edge', 'firefox'].flatMap((each) => ['--browser', each]);
  run(ROOT, 'tests/store/main.ts', '--packages', ...browsers, '--out', join(folder, 'packed'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('The sources hold what is in the folders that ship and six files beside them, and nothing else.', () => {
  // A document for Chromium only is no part of Firefox's build.
  const shipped = FOLDERS.flatMap((each) =>
    filesBelow(join(ROOT, each)).map((path) => `${each}/${path}`),
  ).filter((path) => !path.startsWith('entrypoints/offscreen/'));
  const sources = read('sources');
  expect([...sources.keys()].toSorted()).toEqual([...shipped, ...TOP].toSorted());
  for (const [path, contents] of sources) {
    expect(contents.equals(readFileSync(join(ROOT, path))), path).toBe(true);
  }
});

test('The sources, unpacked elsewhere, give the same two packages, byte for byte.', () => {
  const elsewhere = join(folder, 'elsewhere');
  writeBelow(elsewhere, read('sources'));
  symlinkSync(join(ROOT, 'node_modules'), join(elsewhere, 'node_modules'));
  run(elsewhere, join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'zip', '-b', 'firefox');
  expect(differences(join(elsewhere, '.output/firefox-mv3'), read('firefox'))).toEqual([]);
  for (const name of ['firefox.zip', 'sources.zip']) {
    const again = readFileSync(join(elsewhere, '.output', `keyferry-${version}-${name}`));
    expect(again.equals(readFileSync(packed(name))), name).toBe(true);
  }
});

test('Edge’s package is Chromium’s build without an id of ours: the stores give their own.', () => {
  const files = read('edge');
  const manifest = JSON.parse(String(files.get('manifest.json'))) as object;
  expect(manifest).not.toHaveProperty('key');
  expect(manifest).not.toHaveProperty('browser_specific_settings');
  expect(manifest).toMatchObject({ version, manifest_version: 3, minimum_chrome_version: '133' });
  expect([...files.keys()]).toContain('offscreen.html');
});

/** What Mozilla's linter warns of, why it stays, and how often. */
const STAYS: Readonly<Record<string, { readonly times: number; readonly why: string }>> = {
  UNSAFE_VAR_ASSIGNMENT: {
    times: 2,
    why: 'React’s own code for dangerouslySetInnerHTML and for <script>. No component uses either, and Mozilla wants libraries unchanged.',
  },
  KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION: {
    times: 1,
    why: 'Keyferry is not offered on Android, where it was never tried. To silence it we would have to claim that, or leave Firefox 140 ESR.',
  },
};

interface Linted {
  readonly summary: { readonly errors: number; readonly notices: number };
  readonly warnings: readonly { readonly code: string; readonly file: string }[];
}

test('Mozilla’s linter finds no error, and warns of nothing but what can’t be avoided.', () => {
  const linter = join(ROOT, 'node_modules/addons-linter/bin/addons-linter');
  const { summary, warnings } = JSON.parse(
    run(ROOT, linter, packed('firefox.zip'), '--output', 'json'),
  ) as Linted;
  expect(summary).toMatchObject({ errors: 0, notices: 0 });
  const counted = Object.groupBy(warnings, ({ code }) => code);
  expect(
    Object.fromEntries(Object.entries(counted).map(([code, each]) => [code, each?.length])),
  ).toEqual(Object.fromEntries(Object.entries(STAYS).map(([code, { times }]) => [code, times])));
});

test('No component sets HTML, so that React’s code for it never runs.', () => {
  const setting = FOLDERS.flatMap((each) =>
    filesBelow(join(ROOT, each)).map((path) => join(each, path)),
  )
    .filter((path) => /\.tsx?$/.test(path))
    .filter((path) =>
      /dangerouslySetInnerHTML|[iI]nnerHTML\s*=[^=]|outerHTML\s*=[^=]|insertAdjacentHTML|<script/.test(
        readFileSync(join(ROOT, path), 'utf8'),
      ),
    );
  expect(setting).toEqual([]);
});

interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly serialNumber: string;
  readonly components: readonly { readonly name: string; readonly hashes: readonly object[] }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/** Build tools that put pieces of their own into what they build. */
const TOOLS = ['@wxt-dev/browser', 'rolldown', 'vite', 'wxt'];

/** Whatever a package brings, and what that brings. */
function broughtBy(bill: Bill, ref: string, seen = new Set<string>()): Set<string> {
  for (const next of bill.dependencies.find((each) => each.ref === ref)?.dependsOn ?? []) {
    if (!seen.has(next)) broughtBy(bill, next, seen.add(next));
  }
  return seen;
}

test('The bill of materials lists every dependency, what they bring, and what the build tools add.', () => {
  const bill = JSON.parse(readFileSync(packed('sbom.cdx.json'), 'utf8')) as Bill;
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
  expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  const names = bill.components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  const brought = [...broughtBy(bill, `keyferry@${version}`)].map((ref) =>
    ref.replace(/@[^@]*$/, ''),
  );
  const unexplained = names.filter((name) => !brought.includes(name) && !TOOLS.includes(name));
  expect(unexplained, 'ships, and no row of dependencies brings it').toEqual([]);
  expect(bill.components.filter(({ hashes }) => hashes?.length !== 1)).toEqual([]);
});

test('The lists of the tree’s top level and of the sources know each other.', () => {
  const known = [...FOLDERS, ...TOP, 'tests', 'node_modules'];
  expect(
    readdirSync(ROOT).filter((name) => !name.startsWith('.') && !known.includes(name)),
  ).toEqual([]);
});
