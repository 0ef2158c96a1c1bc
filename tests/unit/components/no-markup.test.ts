import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const MARKUP = /innerHTML|outerHTML\s*=|insertAdjacentHTML|document\.write|parseFromString/;

test('no text is ever taken for markup in what ships', () => {
  const found = ['components', 'entrypoints', 'lib'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(folder, file))
      .filter((file) => MARKUP.test(readFileSync(join(ROOT, file), 'utf8'))),
  );
  expect(found).toEqual([]);
});
