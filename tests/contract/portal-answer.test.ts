import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchPlainChromium } from '../e2e/harness/chromium.ts';
import { scriptOf } from '../locate/bundle.ts';

let browser: Browser;
let page: Page;
let script: string;
beforeAll(async () => {
  script = await scriptOf(join(import.meta.dirname, 'portal-page.ts'));
  browser = await launchPlainChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1_000, height: 700 } });
});

/** What is read after a press that does this to the page. */
async function answerTo(html: string, onPress: string): Promise<string> {
  await page.setContent(`<main>${html}<p><button>Test connection</button></p></main>`);
  await page.evaluate(script);
  return page.evaluate(`(() => {
    const button = document.querySelector('button');
    const append = (text, style = '') => {
      const said = Object.assign(document.createElement('p'), { textContent: text });
      said.setAttribute('style', style);
      button.after(said);
      return said;
    };
    button.addEventListener('click', () => { ${onPress} });
    const answer = keyferryAnswer();
    button.click();
    return answer;
  })()`);
}

const OLD = '<p id="old">Connection successful</p>';

describe('The answer of a product’s own test', () => {
  test.each([
    ['the recipe’s text appears', '', `append('Connection successful')`, 'passed'],
    ['it appears among other words', '', `append('OK! Connection  successful.')`, 'passed'],
    ['it says no', '', `append('Connection failed: wrong key')`, 'failed'],
    ['it says both', '', `append('Connection successful'); append('Connection failed')`, 'failed'],
    ['an old yes stays and a new one comes', OLD, `append('Connection successful')`, 'passed'],
    ['an old yes stays and a no comes', OLD, `append('Connection failed')`, 'failed'],
  ])('is read when %s.', async (_when, html, does, answer) => {
    expect(await answerTo(html, does)).toBe(answer);
  });

  test.each([
    ['nothing appears', '', ''],
    ['the text stood there before the press', OLD, ''],
    [
      'it stood there, and is put anew in one go',
      OLD,
      `const o = document.querySelector('#old'); o.replaceWith(o.cloneNode(true))`,
    ],
    [
      'the text appears far from the button',
      '',
      `append('Connection successful', 'position: absolute; top: 2000px')`,
    ],
    ['it can’t be seen', '', `append('Connection successful', 'display: none')`],
    ['it is of no size', '', `append('Connection successful', 'opacity: 0')`],
    ['it is a part of other words', '', `append('Reconnection successfully tried')`],
    ['its words stand in two places', '', `append('successful'); append('Connection')`],
    [
      'it is in a field',
      '',
      `const f = document.createElement('input'); f.value = 'Connection successful'; append('').append(f)`,
    ],
  ])('is not read when %s.', async (_when, html, does) => {
    expect(await answerTo(html, does)).toBe('unread');
  });
});
