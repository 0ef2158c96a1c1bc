import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

/**
 * What `npm test` does: both builds and then every test, beside them every check; one line of figures at the end.
 * `--only PATTERN…` builds and runs the test files whose paths contain a pattern, without the checks.
 */

const RESULTS = '.cache/test-results.json';

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

type Step = readonly [name: string, command: string];

const CHECKS: readonly Step[] = [
  ['types', 'npm run --silent check:types'],
  ['lint', 'npm run --silent check:lint'],
  ['format', 'npm run --silent check:format'],
  ['unused code', 'npm run --silent check:unused'],
];
const BEFORE: readonly Step[] = [
  ['builds', 'npm run --silent build'],
  ['browsers', 'node tests/e2e/harness/prepare.ts'],
];

const args = process.argv.slice(2);
const filters = args.filter((each) => each !== '--only');

let passed = 0;
let failed = 0;
const count = (good: boolean) => (good ? (passed += 1) : (failed += 1));

for (const [name, command] of BEFORE) {
  console.log(`\n── ${name}`);
  count((await run(command, true)).isGood);
}
// Tests with browsers wait for half of their time: the checks take the other half.
const checks = checkAll(args.includes('--only') ? [] : CHECKS);

console.log('\n── tests');
rmSync(RESULTS, { force: true });
const { isGood } = await run(
  `vitest run --config tests/vitest.config.ts --project '!firefox-more' --reporter=default --reporter=json --outputFile.json=${RESULTS} ${filters.join(' ')}`,
  true,
);
const results = read();
passed += results?.numPassedTests ?? 0;
failed += results?.numFailedTests ?? 0;
// A file that can't even be loaded has no failed test of its own.
if (!isGood && !results?.numFailedTests) failed += 1;

for (const { name, output, isGood: isClean } of await checks) {
  console.log(`\n── ${name}\n${output.trim()}`);
  count(isClean);
}

const notRun = (results?.testResults ?? [])
  .flatMap(({ assertionResults }) => assertionResults)
  .filter(({ status }) => status === 'skipped' || status === 'pending' || status === 'todo');
for (const { fullName } of notRun) console.log(`not run: ${fullName}`);

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** One after another, so that the tests keep a core. */
async function checkAll(steps: readonly Step[]) {
  const done: { name: string; output: string; isGood: boolean }[] = [];
  for (const [name, command] of steps) done.push({ name, ...(await run(command, false)) });
  return done;
}

/** Runs a command in a shell. Its output is shown as it comes, or kept and answered. */
function run(command: string, shown: boolean): Promise<{ isGood: boolean; output: string }> {
  const stream = shown ? 'inherit' : 'pipe';
  const child = spawn(command, { shell: true, stdio: ['ignore', stream, stream] });
  let output = '';
  for (const each of [child.stdout, child.stderr]) {
    each?.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return new Promise((done) => {
    child.on('close', (code) => done({ isGood: code === 0, output }));
  });
}

function read(): Results | undefined {
  try {
    return JSON.parse(readFileSync(RESULTS, 'utf8')) as Results;
  } catch {
    return undefined;
  }
}
