import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

/** What `npm test` does: every check, both builds, then every test; one line of figures at the end. */

const RESULTS = '.cache/test-results.json';

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly success: boolean;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

const STEPS: readonly (readonly [name: string, command: string])[] = [
  ['types', 'npm run --silent check:types'],
  ['lint', 'npm run --silent check:lint'],
  ['format', 'npm run --silent check:format'],
  ['unused code', 'npm run --silent check:unused'],
  ['builds', 'npm run --silent build'],
  ['browsers', 'node tests/e2e/harness/prepare.ts'],
];

let passed = 0;
let failed = 0;
for (const [name, command] of STEPS) {
  console.log(`\n── ${name}`);
  if (run(command)) passed += 1;
  else failed += 1;
}

console.log('\n── tests');
rmSync(RESULTS, { force: true });
const filters = process.argv.slice(2).join(' ');
const green = run(
  `vitest run --config tests/vitest.config.ts --reporter=default --reporter=json --outputFile.json=${RESULTS} ${filters}`,
);
const results = read();
passed += results?.numPassedTests ?? 0;
failed += results?.numFailedTests ?? 0;
// A file that can't even be loaded has no failed test of its own.
if (!green && !results?.numFailedTests) failed += 1;

const notRun = (results?.testResults ?? [])
  .flatMap(({ assertionResults }) => assertionResults)
  .filter(({ status }) => status === 'skipped' || status === 'pending' || status === 'todo');
for (const { fullName } of notRun) console.log(`not run: ${fullName}`);

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function run(command: string): boolean {
  return spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

function read(): Results | undefined {
  try {
    return JSON.parse(readFileSync(RESULTS, 'utf8')) as Results;
  } catch {
    return undefined;
  }
}
