import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fromJSONSchema } from 'zod';
import { CATALOGUE } from '@/lib/recipes/catalogue';
import { runCommand } from '../../recipe/command';
import { GOOD, goodBut, lineOf } from './recipe-text';

const folder = mkdtempSync(join(tmpdir(), 'keyferry-recipe-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function run(...args: readonly string[]): { status: number; printed: string } {
  const printed: string[] = [];
  const status = runCommand(args, (text) => printed.push(text));
  return { status, printed: printed.join('\n') };
}

const good = file('good.json', GOOD);
const badText = goodBut('"Usage API Scope"', '"Usage"');
const bad = file('bad.json', badText);

test('A good recipe is told in words: kind, permission, rows with reasons, where it goes.', () => {
  const { status, printed } = run('lint', good);
  expect(status).toBe(0);
  expect(printed).toContain('an admin key, named “Acme {date}”, valid for 90 days');
  expect(printed).toContain('Restricted. Acme reads cost and nothing else.');
  expect(printed).toContain('Usage API Scope: Read. Acme reads cost.');
  expect(printed).toContain('Settings › OpenAI › Key');
  expect(printed).toContain('{key} at https://app.acme.example');
  expect(printed).toContain('Asks nothing beyond');
});

test('A bad one is told as FILE:LINE: reason, with status 1, and the others are told too.', () => {
  const { status, printed } = run('lint', bad, good, join(folder, 'none.json'));
  expect(status).toBe(1);
  expect(printed).toContain(`${bad}:${lineOf(badText, '"Usage"')}: “Usage” is not a row`);
  expect(printed).toContain('Acme Costs: cost reports');
  expect(printed).toContain('none.json:1: This file can’t be read.');
});

test('The same as JSON has the recipe or its problems.', () => {
  const { status, printed } = run('lint', '--json', good, bad);
  expect(status).toBe(1);
  expect(JSON.parse(printed)).toMatchObject([
    { file: good, recipe: { id: 'acme-costs' }, problems: [] },
    { file: bad, problems: [{ line: lineOf(badText, '"Usage"'), path: 'key.rows[0].row' }] },
  ]);
});

test('What isn’t understood is answered with what can be said.', () => {
  for (const args of [[], ['lint'], ['lint', '--what'], ['schema', 'x'], ['make']]) {
    const { status, printed } = run(...args);
    expect(status).toBe(2);
    expect(printed).toContain('npm run recipe -- lint FILE');
  }
});

test('The JSON Schema takes every recipe of the catalogue, and refuses what ours refuses.', () => {
  const { status, printed } = run('schema');
  expect(status).toBe(0);
  const schema = fromJSONSchema(JSON.parse(printed) as Parameters<typeof fromJSONSchema>[0]);
  for (const recipe of CATALOGUE) expect(schema.safeParse(recipe).success, recipe.id).toBe(true);
  expect(schema.safeParse(JSON.parse(GOOD)).success).toBe(true);
  for (const [part, replacement] of [
    ['"purpose"', '"purpos"'],
    ['"admin"', '"service"'],
    [': 90', ': 900'],
    ['"https://docs', '"http://docs'],
    ['"{key}"', '"key"'],
    ['["Key"]', '[]'],
  ] as const) {
    expect(schema.safeParse(JSON.parse(goodBut(part, replacement))).success, part).toBe(false);
  }
});

test('npm run recipe does it from a shell.', () => {
  const printed = execFileSync('npm', ['run', '--silent', 'recipe', '--', 'lint', good], {
    encoding: 'utf8',
  });
  expect(printed).toContain('Acme Costs: cost reports');
});
