import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchPlainChromium } from '../e2e/harness/chromium.ts';
import { explainSavedPage } from './saved-page.ts';

/** `npm run locate -- FILE.html --url URL [--json]`: what Keyferry finds on a saved page, and why. */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const [file] = positionals;
if (!file || !values.url || !URL.canParse(values.url)) {
  console.error(
    'Usage: npm run --silent locate -- FILE.html --url https://platform.openai.com/… [--json]',
  );
  process.exit(2);
}

const browser = await launchPlainChromium();
try {
  const explanation = await explainSavedPage(browser, resolve(file), values.url);
  if (values.json) console.log(JSON.stringify(explanation, undefined, 2));
  else {
    console.log(
      `page: ${explanation.page}; a key is ${explanation.keyVisible ? '' : 'not '}visible`,
    );
    for (const [id, { found, score, why, selector }] of Object.entries(explanation.anchors)) {
      console.log(
        `${found ? '✓' : '–'} ${id} (${score}) ${why}${selector ? `\n    ${selector}` : ''}`,
      );
    }
  }
} finally {
  await browser.close();
}
