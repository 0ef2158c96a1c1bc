import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from '../e2e/harness/chromium.ts';
import { startStandin } from '../standin/server.ts';
import { runDoit } from './auto.ts';
import { isProven, printSummary, writeSummary } from './summary.ts';

/** `npm start`: the main job, in a real browser with the real extension, against the stand-in. */

const { values } = parseArgs({
  options: { auto: { type: 'boolean', default: false }, json: { type: 'string' } },
});
const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const auto = values.auto || values.json !== undefined || !hasDisplay;

console.log('Building the extension …');
execFileSync('npm run --silent build:chrome', {
  shell: true,
  stdio: ['ignore', 'ignore', 'inherit'],
});
console.log('Starting the stand-in for OpenAI and DoiT …');
const standin = await startStandin();
const driver = await launchChromium({ standin, headless: auto });

try {
  if (auto) {
    console.log('Running the DoiT recipe:');
    const summary = await runDoit(driver, standin.startUrl, resolve('.cache/start'));
    printSummary(summary);
    if (values.json) writeSummary(summary, values.json);
    process.exitCode = isProven(summary) ? 0 : 1;
  } else {
    await driver.newTab(standin.startUrl);
    console.log('The browser is open. Close it, or press Ctrl-C here, to end.');
    await new Promise((done) => driver.context.on('close', done));
  }
} finally {
  await driver.close().catch(() => undefined);
  await standin.close();
}
