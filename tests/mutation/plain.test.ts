import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Explanation } from '@/lib/dashboard/explain';
import { launchPlainChromium } from '../e2e/harness/chromium.ts';
import { explainScript } from '../locate/bundle.ts';
import { PLAIN_PAGES, type PlainPage } from './plain/truth.ts';
import { openEmpty } from './runner.ts';

/** Pages that nobody here wrote: what is found on them must be what its id says, and nothing else may be found. */

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  browser = await launchPlainChromium();
  page = await openEmpty(browser);
  script = await explainScript();
});
afterAll(() => browser.close());

test.each(PLAIN_PAGES)('On $file only what is there is found.', async (plain) => {
  const found = await foundOn(plain);
  const truth = { ...plain.may, ...plain.must };
  expect(Object.keys(found).filter((id) => !Object.hasOwn(truth, id))).toEqual([]);
  expect(Object.keys(plain.must ?? {}).filter((id) => !Object.hasOwn(found, id))).toEqual([]);
  for (const [id, selector] of Object.entries(found)) {
    const isRight = await page
      .locator(selector)
      .evaluate((element, right) => element.matches(right), truth[id] ?? '');
    expect(isRight, `${id} is ${selector}`).toBe(true);
  }
});

/** The paths of the anchors that are found on a page. */
async function foundOn({ file, url }: PlainPage): Promise<Record<string, string>> {
  await page.setContent(readFileSync(join(import.meta.dirname, 'plain', file), 'utf8'));
  await page.evaluate(script);
  const { anchors } = await page.evaluate(
    (address) =>
      (globalThis as never as { keyferryExplain(url: string): Explanation }).keyferryExplain(
        address,
      ),
    url,
  );
  const found = Object.entries(anchors).filter(([, { found: is }]) => is);
  return Object.fromEntries(found.map(([id, { selector }]) => [id, selector ?? '']));
}
