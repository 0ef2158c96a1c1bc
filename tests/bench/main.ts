import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCHES } from './benches.ts';
import type { Result } from './measure.ts';
import { writeHtml } from './html.ts';
import { printTable, writeJson } from './report.ts';

/**
 * `npm run bench`: how fast it is, as ratios of things measured in turns.
 * `-- --quick`: fewer and smaller. `-- --json FILE`: everything measured. Other words: only benchmarks whose ids begin so.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
});
const PAGE = resolve(import.meta.dirname, '../../.cache/bench/report.html');
const options = { isQuick: values.quick, rounds: values.quick ? 3 : 7 };
const { status } = spawnSync('npm run --silent build:chrome', {
  shell: true,
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (status !== 0) throw new Error('The build failed.');

const results: Result[] = [];
for (const { id, run, isQuick } of BENCHES) {
  if (values.quick && !isQuick && positionals.length === 0) continue;
  if (positionals.length > 0 && !positionals.some((word) => id.startsWith(word))) continue;
  console.log(`${id} …`);
  results.push(...(await run(options)));
}
printTable(results);
writeHtml(PAGE, results);
console.log(`As a page, with charts: ${PAGE}`);
if (values.json) writeJson(values.json, results);
