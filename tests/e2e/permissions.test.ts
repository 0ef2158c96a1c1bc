import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { codeOf, readListing, rowsOf } from '../store/listing';

const ROOT = resolve(import.meta.dirname, '../..');

interface Manifest {
  readonly permissions: readonly string[];
  readonly optional_permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly optional_host_permissions: readonly string[];
  readonly browser_specific_settings?: {
    readonly gecko: { readonly data_collection_permissions: unknown };
  };
}

const [chrome, firefox] = ['chrome-mv3', 'firefox-mv3'].map(
  (name) =>
    JSON.parse(readFileSync(join(ROOT, '.output', name, 'manifest.json'), 'utf8')) as Manifest,
) as [Manifest, Manifest];

const always = (manifest: Manifest) => [...manifest.permissions, ...manifest.host_permissions];
const optional = (manifest: Manifest) => [
  ...manifest.optional_permissions,
  ...manifest.optional_host_permissions,
];
const all = [
  ...new Set([chrome, firefox].flatMap((each) => [...always(each), ...optional(each)])),
].toSorted();

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const table = rowsOf(README.split('### What it asks permission for')[1]?.split('\n#')[0] ?? '');

test('the README explains every permission of the built manifests, and no other', () => {
  const rows = table.flatMap(([permission = '']) => codeOf(permission));
  expect(rows.toSorted()).toEqual(all);
});

test('the README says of each whether it is asked for later, and whether Firefox has it', () => {
  for (const [permission = ''] of table) {
    for (const code of codeOf(permission)) {
      const isOptional = optional(chrome).includes(code);
      expect(/\basked\b/.test(permission), code).toBe(isOptional);
      const inFirefox = [...always(firefox), ...optional(firefox)].includes(code);
      expect(permission.includes('(not on Firefox)'), code).toBe(!inFirefox);
    }
  }
});

test('the listing explains every permission of the built manifests, and no other', () => {
  const rows = rowsOf(readListing('en').get('Permissions') ?? '');
  expect(rows.flatMap(([permission = '']) => codeOf(permission)).toSorted()).toEqual(all);
  for (const [permission = '', why = ''] of rows) {
    const isOptional = codeOf(permission).every((code) => optional(chrome).includes(code));
    expect(why.startsWith('Optional, asked '), permission).toBe(isOptional);
  }
});

// extensionworkshop.com, “Firefox built-in consent for data collection and transmission”: keys and
// credentials are authentication information, and whatever leaves the browser is transmitted.
test('Firefox is told that authentication information leaves the browser, and nothing else', () => {
  expect(firefox.browser_specific_settings?.gecko.data_collection_permissions).toEqual({
    required: ['authenticationInfo'],
  });
});
