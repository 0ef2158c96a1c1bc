import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ERROR_CODES } from '@/lib/domain/errors';

const ROOT = resolve(import.meta.dirname, '../../..');
const messages = pathsOf(readFileSync(join(ROOT, 'components/locales/en.yml'), 'utf8'));
// The background gives the always-on script its one string.
const sources = [
  'guide',
  'revoke',
  'practice',
  'portal',
  'callout',
  'dashboard',
  'background',
].flatMap((room) =>
  readdirSync(join(ROOT, 'lib', room)).map((name) =>
    readFileSync(join(ROOT, 'lib', room, name), 'utf8'),
  ),
);
const used = sources.flatMap((source) =>
  [...source.matchAll(/text\(\s*['`]([a-z_.]+)(\$\{)?/g)].map(([, path = '', open]) => ({
    path,
    isPrefix: open !== undefined,
  })),
);

/** Paths of a YAML file of nested maps and one-line texts, which is all that our locale files hold. */
function pathsOf(yaml: string): Set<string> {
  const paths = new Set<string>();
  const stack: string[] = [];
  for (const line of yaml.split('\n')) {
    const [, indent = '', key, value] = /^( *)'?([\w-]+)'?:(?: (.*))?$/.exec(line) ?? [];
    if (key === undefined) continue;
    stack.length = indent.length / 2;
    stack.push(key);
    if (value) paths.add(stack.join('.'));
  }
  return paths;
}

test('every string that a script in a page asks for is there', () => {
  expect(used.length).toBeGreaterThan(20);
  const missing = used.filter(({ path, isPrefix }) =>
    isPrefix ? ![...messages].some((each) => each.startsWith(path)) : !messages.has(path),
  );
  expect(missing).toEqual([]);
});

test('no string for scripts in pages is left unused', () => {
  const mine = [...messages].filter((path) => /^(guide|portal)\./.test(path));
  const unused = mine.filter(
    (path) =>
      !used.some((each) => (each.isPrefix ? path.startsWith(each.path) : path === each.path)),
  );
  expect(unused).toEqual([]);
});

test('every error has a sentence that the callout can show', () => {
  expect(ERROR_CODES.filter((code) => !messages.has(`error.${code}`))).toEqual([]);
});
