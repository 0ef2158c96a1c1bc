import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Explanation } from '@/lib/dashboard/explain';
import { fakeKey } from '../unit/fake-key';

const URL = 'https://platform.openai.com/api-keys';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyferry-locate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as a maintainer does. */
function locate(html: string, url = URL): { json: Explanation; output: string } {
  const file = join(folder, 'page.html');
  writeFileSync(file, `<!doctype html><html lang="en"><body>${html}</body></html>`);
  const output = execFileSync(
    process.execPath,
    ['tests/locate/main.ts', file, '--url', url, '--json'],
    { encoding: 'utf8' },
  );
  return { json: JSON.parse(output) as Explanation, output };
}

test('a page that renders itself late, with a dialog in an open shadow root, is explained', () => {
  const { json } =
    locate(`<main><button>+ New secret key</button></main><div id="host"></div><script>
    setTimeout(() => {
      document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML =
        '<div role="dialog"><h2>Create new secret key</h2><input placeholder="My Test Key"><button>Cancel</button><button>Create secret key</button></div>';
    }, 200);
  </script>`);
  expect(json.page).toBe('api-keys');
  expect(json.keyVisible).toBe(false);
  expect(json.anchors['open-create']).toMatchObject({ found: true });
  expect(json.anchors['name']).toEqual({
    found: true,
    score: 80,
    why: 'placeholder “My Test Key”',
    selector: 'html > body > div >>> :host > div > input',
  });
  expect(json.anchors['permission-all']).toMatchObject({ found: false, selector: null });
});

test('two that are alike are declined, with the reason', () => {
  const button = '<button>Create new secret key</button>';
  const { json } = locate(`<main>${button}<p>or</p>${button}</main>`);
  expect(json.anchors['open-create']).toMatchObject({ found: false, selector: null });
  expect(json.anchors['open-create']?.why).toMatch(/^two alike/);
});

test('a key on the page is seen and never printed', () => {
  const key = fakeKey('svcacct');
  const { json, output } = locate(
    `<div role="dialog"><h2>Save your key</h2><input readonly value="${key}"><button>Copy</button><button>Done</button></div>
    <table><tr><th>Name</th><th>Key</th></tr><tr><td>${fakeKey('proj')}</td><td>sk-...1fIA</td></tr></table>`,
  );
  expect(json.keyVisible).toBe(true);
  expect(json.anchors['reveal-key']).toMatchObject({ found: true });
  expect(output).not.toContain('T3BlbkFJ');
});

test('a sign-in form under the address of the keys is the sign-in page', () => {
  const { json } = locate(
    '<main><h1>Welcome back</h1><label>Email <input type="email"></label><button>Continue</button></main>',
  );
  expect(json.page).toBe('signed-out');
});
