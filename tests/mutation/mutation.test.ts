import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchPlainChromium, onlyTheStandin } from '../e2e/harness/chromium.ts';
import { fakeKeyValue } from '../standin/key-store.ts';
import { startStandin, type Standin } from '../standin/server.ts';
import { captureBases } from './bases.ts';
import type { Material, Outcome } from './case.ts';
import { failuresOf, figuresOf, shareFound, tableOf } from './report.ts';
import { runSeeds } from './runner.ts';

/** So many mutated pages; `KEYFERRY_SEED=12` makes one of them again, `KEYFERRY_SEED=1-1200` makes more of them. */
const PAGES = 200;
/** So many failures are told. */
const SHOWN = 40;
const KEPT = resolve(import.meta.dirname, '../../.cache/mutation');

let standin: Standin;
let browser: Browser;
let material: Material;
let outcomes: readonly Outcome[];

beforeAll(async () => {
  standin = await startStandin({ latencyMs: 0 });
  browser = await launchPlainChromium(onlyTheStandin(standin));
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  material = { pages: await captureBases(standin, page), exampleKey: fakeKeyValue('project') };
  await page.close();
  const seeds = wantedSeeds();
  outcomes = await runSeeds(browser, material, seeds, seeds.length === 1);
  console.log(tableOf(figuresOf(outcomes), outcomes.length));
  // The whole of it, for whoever mends the locator.
  mkdirSync(KEPT, { recursive: true });
  for (const verdict of ['wrong', 'declined'] as const) {
    writeFileSync(join(KEPT, `${verdict}.txt`), failuresOf(outcomes, verdict).join('\n'));
  }
  if (seeds.length === 1) outcomes.forEach(show);
});
afterAll(async () => {
  await browser.close();
  await standin.close();
});

function wantedSeeds(): number[] {
  const [first = 1, last = first] = (process.env['KEYFERRY_SEED'] ?? `1-${PAGES}`)
    .split('-')
    .map(Number);
  return Array.from({ length: last - first + 1 }, (_each, at) => first + at);
}

/** Everything about one page, and the page itself, for `npm run locate`. */
function show({ seed, base, mutators, judged, html }: Outcome): void {
  console.log(`${base}: ${mutators.join(', ')}`);
  for (const { anchor, verdict, why } of judged) console.log(`${verdict} ${anchor}: ${why}`);
  const file = join(KEPT, `${seed}.html`);
  writeFileSync(file, html ?? '');
  console.log(`${file}, of ${material.pages.find(({ name }) => name === base)?.url}`);
}

test('No mutated page makes the locator point at anything wrong.', () => {
  const wrong = failuresOf(outcomes, 'wrong');
  expect(wrong.length, wrong.slice(0, SHOWN).join('\n')).toBe(0);
});

test('What can be found on mutated pages is found, but for one in twenty at most.', () => {
  const share = shareFound(figuresOf(outcomes).all);
  const some = failuresOf(outcomes, 'declined').slice(0, SHOWN);
  expect(share, some.join('\n')).toBeGreaterThanOrEqual(0.95);
});

test('Every control’s role and name are what the specification makes of them.', () => {
  const misnamed = outcomes.flatMap(({ seed, misnamed: some }) => some.map((each) => [seed, each]));
  expect(misnamed.slice(0, SHOWN)).toEqual([]);
});

test('Every page is changed in at least three ways.', () => {
  expect(outcomes.filter(({ mutators }) => mutators.length < 3)).toEqual([]);
});
