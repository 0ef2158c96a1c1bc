import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { FIGURES, readFigures, SEED } from './figures.ts';

/**
 * `npm run torture`: what takes too long for every change. Builds, runs the tests (only those whose
 * paths contain a word of the command line), and prints what was counted, with the seed.
 */
rmSync(FIGURES, { force: true });
const run = (command: string) =>
  spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
const filters = process.argv.slice(2).join(' ');
const isGood =
  run('npm run --silent build') &&
  run('node tests/e2e/harness/prepare.ts') &&
  run(`vitest run --config tests/torture/vitest.config.ts ${filters}`);
console.log(`\nKEYFERRY_SEED=${SEED}`);
try {
  console.table(readFigures());
} catch {
  console.log('Nothing was counted.');
}
process.exitCode = isGood ? 0 : 1;
