import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Explanation } from '@/lib/dashboard/explain';
import { launchPlainChromium } from '../e2e/harness/chromium';
import { explainScript } from '../locate/bundle';
import { fakeKey } from '../unit/fake-key';

const MIDDLE = ['T3Blbk', 'FJ'].join('');
const KEY = fakeKey('proj');
const of = (prefix: string, length: number) =>
  `${prefix}${'FAKE'.padEnd(length, 'x')}${MIDDLE}${'ENDS'.padStart(length, 'x')}`;
const dialog = (inside: string) =>
  `<div role="dialog"><h2>Save your key</h2>${inside}<button>Copy</button><button>Done</button></div>`;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchPlainChromium();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(await explainScript());
  await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
});
afterAll(() => browser.close());

async function isSeen(html: string, path = '/api-keys'): Promise<boolean> {
  await page.goto(`https://platform.openai.com${path}`);
  return page.evaluate((inside) => {
    document.body.innerHTML = inside;
    for (const field of document.querySelectorAll<HTMLElement>('[data-value]')) {
      (field as HTMLInputElement).value = field.dataset['value'] ?? '';
    }
    const { keyferryExplain } = globalThis as never as {
      keyferryExplain(url: string): Explanation;
    };
    return keyferryExplain(location.href).keyVisible;
  }, html);
}

// Shapes and lengths of openai-platform.md §2.
test.each([
  ['a legacy user key', fakeKey('')],
  ['a project key of spring 2024', of('sk-proj-', 20)],
  ['a project key of mid 2024', of('sk-proj-', 58)],
  ['a project key', KEY],
  ['a service account’s key of 2024, by its name', of('sk-nightly-build-', 20)],
  ['a service account’s key', fakeKey('svcacct')],
  ['a shorter one', of('sk-svcacct-', 46)],
  ['an admin key', fakeKey('admin')],
  ['a longer one', of('sk-admin-', 74)],
  ['a user key without a project', of('sk-None-', 20)],
])('%s is seen', async (_kind, key) => {
  expect(await isSeen(dialog(`<input readonly value="${key}">`))).toBe(true);
});

describe('it is seen', () => {
  test.each([
    ['in a field that a script filled', dialog(`<input readonly data-value="${KEY}">`)],
    ['in a field that could be typed into', dialog(`<input data-value="${KEY}">`)],
    ['in a text area', dialog(`<textarea readonly>${KEY}</textarea>`)],
    ['in a masked field', dialog(`<input type="password" readonly value="${KEY}">`)],
    ['as text', dialog(`<p>${KEY}</p>`)],
    ['as a code of its own', dialog(`<div><code>${KEY}</code></div>`)],
    [
      'in a box of its own, below a sentence',
      `<section><p>You won't see it again.</p><code>${KEY}</code><button>Copy</button></section>`,
    ],
    ['as the whole of a preformatted text', dialog(`<pre><span>${KEY}</span></pre>`)],
    ['in an alert dialog', `<div role="alertdialog"><output>${KEY}</output></div>`],
    ['in a native dialog', `<dialog open><input readonly value="${KEY}"></dialog>`],
    ['beside a Copy button', `<section><span>${KEY}</span><button>Copy</button></section>`],
  ])('%s', async (_where, html) => {
    expect(await isSeen(html)).toBe(true);
  });

  test('in the first-run wizard, whose sample repeats it', async () => {
    const wizard = `<main><h1>Make your first API call</h1><label>My test key</label>
      <div><input readonly value="${KEY}"><button>Copy</button></div>
      <pre><code>curl -H "Authorization: Bearer ${KEY}"</code></pre><button>Continue</button></main>`;
    expect(await isSeen(wizard, '/welcome?step=try')).toBe(true);
  });
});

describe('it is not taken for the one-time key', () => {
  test.each([
    ['shortened', dialog('<input readonly value="sk-proj-...1fIA">')],
    ['shortened with stars', dialog('<input readonly value="sk-4sJHr*****************w8ZP">')],
    ['in a table', `<table><tr><td>${KEY}</td></tr></table>`],
    ['in a row by role', `<div role="row"><span>${KEY}</span><button>Copy</button></div>`],
    ['in a sample', dialog(`<pre>export OPENAI_API_KEY=${KEY}</pre>`)],
    ['coloured in a sample', dialog(`<pre><code>client(<span>${KEY}</span>)</code></pre>`)],
    ['in a line of code', dialog(`<div>Authorization: Bearer <span>${KEY}</span></div>`)],
    ['quoted in a line', `<div><code>api_key = "<b>${KEY}</b>"</code><button>Copy</button></div>`],
    ['not displayed', dialog(`<input readonly style="display:none" value="${KEY}">`)],
    ['invisible', dialog(`<input readonly style="visibility:hidden" value="${KEY}">`)],
    ['see-through', dialog(`<div style="opacity:0"><input readonly value="${KEY}"></div>`)],
    ['off the page', dialog(`<input readonly style="position:fixed;left:-9999px" value="${KEY}">`)],
    [
      'cut to a pixel',
      dialog(`<i style="position:absolute;width:1px;height:1px;overflow:hidden">${KEY}</i>`),
    ],
    ['typed into a field of the page', `<main><input data-value="${KEY}"></main>`],
    ['written somewhere in the page', `<main><p>${KEY}</p></main>`],
    ['being written by a person', `<div contenteditable="true">${KEY}</div><button>Copy</button>`],
    ['another site’s key', dialog(`<input readonly value="sk-ant-${'FAKE'.repeat(24)}">`)],
  ])('%s', async (_what, html) => {
    expect(await isSeen(html)).toBe(false);
  });
});
