import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { lintRecipe, type LintResult } from '@/lib/recipes/lint';
import { summaryOf } from './in-words';
import { jsonSchema } from './json-schema';

const USAGE = `npm run recipe -- lint FILE [FILE…]   checks recipes and says in words what they ask
npm run recipe -- lint --json FILE    the same as JSON
npm run recipe -- schema              prints the JSON Schema`;

/**
 * Does what the command line says.
 * @returns the exit status: 1 when a recipe has a problem, 2 when the command isn't understood.
 */
export function runCommand(args: readonly string[], print: (text: string) => void): number {
  const [command, ...rest] = args;
  if (command === 'schema' && rest.length === 0) {
    print(JSON.stringify(jsonSchema(), undefined, 2));
    return 0;
  }
  const asked = command === 'lint' ? readArgs(rest) : undefined;
  if (!asked || asked.files.length === 0) {
    print(USAGE);
    return 2;
  }
  const results = asked.files.map((file) => ({ file, ...lintFile(file) }));
  print(asked.json ? JSON.stringify(results, undefined, 2) : results.map(inWords).join('\n\n'));
  return results.some(({ problems }) => problems.length > 0) ? 1 : 0;
}

function readArgs(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    return { files: positionals, json: values.json };
  } catch {
    return undefined;
  }
}

function lintFile(file: string): LintResult {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return {
      problems: [{ line: 1, path: '', reason: 'This file can’t be read.' }],
      warnings: [],
    };
  }
  return lintRecipe(text);
}

function inWords({ file, recipe, problems, warnings }: LintResult & { readonly file: string }) {
  const lines = [
    ...problems.map(({ line, reason }) => `${file}:${line}: ${reason}`),
    ...warnings.map(({ line, reason }) => `${file}:${line}: warning: ${reason}`),
  ];
  if (recipe) lines.push(...summaryOf(recipe));
  return lines.join('\n');
}
